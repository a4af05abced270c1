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

/** The same format for shorter texts only. */
function shorter({ description, matches }: NameFormat, maxLength: number): NameFormat {
  return {
    description: description.replace(/at most \d+/, `at most ${maxLength}`),
    matches: (text) => text.length <= maxLength && matches(text),
  };
}

/** RFC 1123 subdomain: most object names. */
export const DNS_SUBDOMAIN = format(
  "lower-case letters, digits, '-' and '.', starting and ending with a letter or digit, at most 253 characters",
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  253,
);

/** Search domains of DNS, since Kubernetes 1.33. Mirrors IsDNS1123SubdomainWithUnderscore. */
export const DNS_SUBDOMAIN_WITH_UNDERSCORE = format(
  "lower-case letters, digits, '-', '_' and '.', starting and ending with a letter or digit, at most 253 characters",
  /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/,
  253,
);

/** Names of CSI drivers. Mirrors ValidateCSIDriverName, which takes capitals. */
export const CSI_DRIVER_NAME = format(
  "letters, digits, '-' and '.', starting and ending with a letter or digit, at most 63 characters",
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/i,
  63,
);

/** Parameters of the kernel, with '.' or '/' between their parts. Mirrors IsValidSysctlName. */
export const SYSCTL_NAME = format(
  "lower-case letters, digits, '-' and '_', in parts with '.' or '/' between them, at most 253 characters",
  /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/,
  253,
);

/** Names of CronJobs: each makes Jobs whose names are 11 characters longer. */
export const CRON_JOB_NAME = shorter(DNS_SUBDOMAIN, 52);

/** Names of Jobs, which are also values of a label of their pods. */
export const JOB_NAME = shorter(DNS_SUBDOMAIN, 63);

/** IsPathSegmentName: names of roles, of disruption budgets, and of whatever else only has to fit into a path. */
export const PATH_SEGMENT: NameFormat = {
  description: "a name without '/' and '%', and neither '.' nor '..'",
  matches: (text) => text !== '' && text !== '.' && text !== '..' && !/[/%]/.test(text),
};

/** The same behind '*.': hosts of an Ingress. Mirrors IsWildcardDNS1123Subdomain. */
export const WILDCARD_DNS_SUBDOMAIN = format(
  "'*.' and a DNS name of lower-case letters, digits, '-' and '.', at most 253 characters",
  /^\*(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/,
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

/** Names of environment variables before Kubernetes 1.32: IsEnvVarName. */
export const ENV_NAME = format(
  "letters, digits, '_', '-' and '.', not starting with a digit, and neither '.' nor starting with '..'",
  /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  Number.POSITIVE_INFINITY,
);

/** Names of environment variables since Kubernetes 1.32: IsRelaxedEnvVarName. */
export const RELAXED_ENV_NAME = format(
  "printable ASCII characters without '=', and not empty",
  /^[\x20-\x3c\x3e-\x7e]+$/,
  Number.POSITIVE_INFINITY,
);

/** Keys of ConfigMaps and Secrets: IsConfigMapKey. */
export const CONFIG_KEY = format(
  "letters, digits, '-', '_' and '.', at most 253 characters, and neither '.' nor starting with '..'",
  /^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/,
  253,
);

/** Names of HTTP headers: IsHTTPHeaderName. */
export const HTTP_HEADER_NAME = format("letters, digits and '-'", /^[-A-Za-z0-9]+$/, Number.POSITIVE_INFINITY);

/** Names before which more may come, so that they may end with '-': NameIsDNSSubdomain with its prefix flag. */
export const DNS_SUBDOMAIN_PREFIX: NameFormat = {
  description: DNS_SUBDOMAIN.description,
  matches: (text) => DNS_SUBDOMAIN.matches(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text),
};

/** What a prefix of names is judged as (maskTrailingDash): a '-' at its end is no fault, since more comes behind it. */
export function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}

const QUALIFIED_NAME_PART = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Keys of labels and annotations: a name, and before it, if wanted, a DNS subdomain and '/'. */
export const QUALIFIED_NAME: NameFormat = {
  description:
    "a name of letters, digits, '-', '_' and '.' (at most 63 characters), after a DNS subdomain and '/' if wanted",
  matches: (text) => {
    const slash = text.indexOf('/');
    const name = text.slice(slash + 1);
    const isSound = name.length <= 63 && QUALIFIED_NAME_PART.test(name);
    return isSound && (slash < 0 || DNS_SUBDOMAIN.matches(text.slice(0, slash)));
  },
};

const NETBIOS_NAME = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const WINDOWS_DOMAIN = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const MAX_WINDOWS_DOMAIN_BYTES = 255;
const MAX_WINDOWS_USER_BYTES = 104;

/** What the name of a Windows user must be, where it is not. Mirrors validateWindowsSecurityContextOptions. */
export function windowsUserFault(text: string): string | undefined {
  const [user = '', domain, ...rest] = text.split('\\').reverse();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are looked for
  if (/[\x00-\x1f\x7f]/.test(text)) return 'must have no control characters';
  if (rest.length > 0) return 'must have at most one backslash';
  if (domain !== undefined) {
    const isLong = Buffer.byteLength(domain) > MAX_WINDOWS_DOMAIN_BYTES;
    if (isLong || !(NETBIOS_NAME.test(domain) || WINDOWS_DOMAIN.test(domain))) {
      return 'must have a NetBIOS or a DNS name as its domain';
    }
  }
  if (/^[. ]*$/.test(user)) return 'must have a user of more than periods and spaces';
  if (Buffer.byteLength(user) > MAX_WINDOWS_USER_BYTES)
    return `must have a user of at most ${MAX_WINDOWS_USER_BYTES} bytes`;
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'must have a user without any of "/\\:;|=,+*?<>@[]' : undefined;
}

const MAX_SIGNER_NAME_LENGTH = 571;

/** What the name of a signer of certificates must be, where it is not. Mirrors ValidateSignerName. */
export function signerNameFault(text: string): string | undefined {
  const [domain = '', name = '', ...rest] = text.split('/');
  const isSound =
    rest.length === 0 &&
    text.length <= MAX_SIGNER_NAME_LENGTH &&
    domain.includes('.') &&
    domain.length <= 253 &&
    domain.split('.').every(DNS_LABEL.matches) &&
    name.split('.').every(DNS_SUBDOMAIN.matches);
  return isSound ? undefined : "must be a DNS domain, '/' and a DNS subdomain";
}

const COMPUTE_RESOURCES = ['cpu', 'memory', 'ephemeral-storage'];

/** Resources that a container may ask for: ValidateContainerResourceName. */
export const CONTAINER_RESOURCE: NameFormat = {
  description: `one of ${COMPUTE_RESOURCES.join(', ')}, or hugepages-SIZE, or a name after a domain and '/' ('nvidia.com/gpu')`,
  matches: (text) => {
    if (COMPUTE_RESOURCES.includes(text)) return true;
    if (!QUALIFIED_NAME.matches(text)) return false;
    if (!text.includes('/')) return text.startsWith('hugepages-');
    // Quotas put `requests.` before it.
    return (
      text.includes('kubernetes.io/') || (!text.startsWith('requests.') && QUALIFIED_NAME.matches(`requests.${text}`))
    );
  },
};
