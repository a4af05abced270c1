/** The name of the volume that holds the model. */
export const MODEL_VOLUME = 'model';
