/**
 * The name formats of Kubernetes, each as the words that follow 'must be' where a text breaks it.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export interface NameFormat {
  readonly description: string;
  readonly matches: (text: string) => boolean;
}

function format(description: string, pattern: RegExp, maxLength: number): NameFormat {
  return { description, matches: (text) => text.length <= maxLength && pattern.test(text) };
}

/** RFC 1123 subdomain: most object names. */
export const DNS_SUBDOMAIN = format(
  "lower-case letters, digits, '-' and '.', starting and ending with a letter or digit, at most 253 characters",
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  253,
);

/** RFC 1123 label: namespaces and container names. */
export const DNS_LABEL = format(
  "lower-case letters, digits and '-', starting and ending with a letter or digit, at most 63 characters",
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  63,
);

/** RFC 1035 label: names of Services, which older clusters refuse where they start with a digit. */
export const DNS_LABEL_1035 = format(
  "lower-case letters, digits and '-', starting with a letter and ending with a letter or digit, at most 63 characters",
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  63,
);

/** IANA service name: names of container ports. */
export const PORT_NAME = format(
  "lower-case letters, digits and single '-', with at least one letter, not at an end '-', at most 15 characters",
  /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
  15,
);

/** Values of labels. */
export const LABEL_VALUE = format(
  "empty, or letters, digits, '-', '_' and '.', starting and ending with a letter or digit, at most 63 characters",
  /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/,
  63,
);

/** Names of environment variables, as every supported Kubernetes takes them. */
export const ENV_NAME = format(
  "letters, digits, '_', '-' and '.', not starting with a digit, and neither '.' nor starting with '..'",
  /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  Number.POSITIVE_INFINITY,
);

const QUALIFIED_NAME_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Keys of labels and annotations: a name, and before it, if wanted, a DNS subdomain and '/'. */
export const QUALIFIED_NAME: NameFormat = {
  description:
    "a name of letters, digits, '-', '_' and '.' (at most 63 characters), after a DNS subdomain and '/' if wanted",
  matches: (text) => {
    const [name = '', prefix, ...rest] = text.split('/').reverse();
    return (
      rest.length === 0 &&
      name.length <= 63 &&
      QUALIFIED_NAME_PART.test(name) &&
      (prefix === undefined || DNS_SUBDOMAIN.matches(prefix))
    );
  },
};
