import type { Duration } from 'cdk8s';
import type { Probe as ProbeSpec } from '../../imports/k8s';

/** When a probe runs, and how many answers it takes to change its mind. */
export interface ProbeOptions {
  /**
   * Seconds after the start of the container before the first try; whole seconds.
   *
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;

  /**
   * Time between two tries; whole seconds, at least 1.
   *
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;

  /**
   * After how long a try without an answer has failed; whole seconds, at least 1.
   *
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;

  /**
   * How many tries in a row must succeed after a failure. Must be 1 for liveness and startup probes.
   *
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * How many tries in a row must fail. A startup probe gives the container `period` x one less than this to start.
   *
   * @default 3
   */
  readonly failureThreshold?: number;

  /**
   * The grace period of a container that this probe kills; whole seconds, at least 1. Not for readiness probes.
   *
   * @default - the grace period of the pod
   */
  readonly terminationGracePeriod?: Duration;
}

/** A probe that connects to a port. */
export interface PortProbeOptions extends ProbeOptions {
  /**
   * The port: a number from 1 to 65535, or the name of a container port.
   *
   * @default - the first port of the container
   */
  readonly port?: number | string;
}

/** A probe that asks over HTTP. */
export interface HttpGetProbeOptions extends PortProbeOptions {
  /**
   * `HTTP` or `HTTPS`; the certificate is not checked.
   *
   * @default 'HTTP'
   */
  readonly scheme?: string;

  /**
   * Headers of the request.
   *
   * @default - none
   */
  readonly httpHeaders?: Record<string, string>;
}

/** A probe that asks over gRPC. */
export interface GrpcProbeOptions extends ProbeOptions {
  /**
   * The port: a number from 1 to 65535.
   *
   * @default - the first port of the container
   */
  readonly port?: number;

  /**
   * The service to name in the health check request.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** The port of a handler may still be open: it is the first of the container, which a probe does not know. */
type OpenPort<Handler> = Omit<Handler, 'port'> & { readonly port?: number | string };

/** @internal */
export interface ProbeHandler {
  readonly httpGet?: OpenPort<NonNullable<ProbeSpec['httpGet']>>;
  readonly tcpSocket?: OpenPort<NonNullable<ProbeSpec['tcpSocket']>>;
  readonly grpc?: OpenPort<NonNullable<ProbeSpec['grpc']>>;
  readonly exec?: ProbeSpec['exec'];
}

/**
 * How the kubelet finds out whether a container has started, is ready, or is still alive.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
 */
export class Probe {
  /** Succeeds when the path answers with a status from 200 to 399. */
  public static httpGet(path: string, options: HttpGetProbeOptions = {}): Probe {
    const { port, scheme, httpHeaders } = options;
    const headers = httpHeaders && Object.entries(httpHeaders).map(([name, value]) => ({ name, value }));
    return new Probe({ httpGet: { path, port, scheme, httpHeaders: headers } }, options);
  }

  /** Succeeds when the port takes a connection. */
  public static tcpSocket(options: PortProbeOptions = {}): Probe {
    return new Probe({ tcpSocket: { port: options.port } }, options);
  }

  /** Succeeds when the command, run in the container without a shell, exits with 0. */
  public static exec(command: string[], options: ProbeOptions = {}): Probe {
    return new Probe({ exec: { command } }, options);
  }

  /** Succeeds when the gRPC health check answers SERVING. Since Kubernetes 1.27. */
  public static grpc(options: GrpcProbeOptions = {}): Probe {
    const { port, service } = options;
    return new Probe({ grpc: { port, service } }, options);
  }

  /**
   * The same question, asked otherwise.
   *
   * @internal
   */
  public _with(options: ProbeOptions): Probe {
    return new Probe(this._handler, options);
  }

  private constructor(
    /** @internal */
    public readonly _handler: ProbeHandler,
    /** @internal */
    public readonly _options: ProbeOptions,
  ) {}
}
