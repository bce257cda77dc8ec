package org.mlsysim.cli;

import org.apiguardian.api.API;

/** A sub-command: the service with which a module adds one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Command {
  /** The name as it is typed; of two words where it belongs to a group, as {@code plugins list}. */
  String name();

  /** What it does, in one line for the list of commands. */
  String summary();

  /** Its arguments and options. */
  Syntax syntax();

  /**
   * Answers.
   *
   * @throws org.mlsysim.api.error.MlsysimException if the input is refused; it becomes the error
   *     document
   */
  Answer run(Arguments arguments, Session session);
}
