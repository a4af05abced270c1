import { apiVersion } from '../api-version';
import { base64 } from '../base64';
import { clusterScope } from '../cluster-scope';
import { duplicateInFolder } from '../duplicate-in-folder';
import { duplicateObject } from '../duplicate-object';
import { fieldType } from '../field-type';
import { labelSyntax } from '../label-syntax';
import { objectName } from '../object-name';
import { readOnlyField } from '../read-only-field';
import type { Rule } from '../rule';
import { timeFormat } from '../time-format';
import { unknownField } from '../unknown-field';

/** Rules on what every object is and is called. */
export const RULES: readonly Rule[] = [
  apiVersion,
  unknownField,
  fieldType,
  objectName,
  duplicateObject,
  duplicateInFolder,
  clusterScope,
  labelSyntax,
  timeFormat,
  base64,
  readOnlyField,
];
