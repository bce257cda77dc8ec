package org.mlsysim.cli;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.mlsysim.api.wire.Wire;

/**
 * What a command answers: an exit code, a document for programs and a page for people, of which
 * only the one asked for is made.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Answer {
  /** Done; feasible; assertions hold. */
  public static final int OK = 0;

  /** Bad input of any kind. */
  public static final int BAD_INPUT = 1;

  /** Physically infeasible. */
  public static final int INFEASIBLE = 2;

  /** An assertion failed. */
  public static final int ASSERTION_FAILED = 3;

  /** A plugin or mlsysim itself failed, or output cannot be written. */
  public static final int FAILURE = 4;

  private final int exitCode;
  private final boolean silent;
  private final Supplier<Wire.Fields> document;
  private final Consumer<TextPage> page;

  private Answer(
      int exitCode, boolean silent, Supplier<Wire.Fields> document, Consumer<TextPage> page) {
    this.exitCode = exitCode;
    this.silent = silent;
    this.document = document;
    this.page = page;
  }

  /** An answer in both forms. */
  public static Answer of(int exitCode, Supplier<Wire.Fields> document, Consumer<TextPage> page) {
    return new Answer(exitCode, false, document, page);
  }

  /** An answer that the command has written to standard output itself. */
  public static Answer written(int exitCode) {
    return new Answer(exitCode, true, () -> Wire.fields().build(), page -> {});
  }

  /** The exit code of the process. */
  public int exitCode() {
    return exitCode;
  }

  /** The document for programs. */
  public Wire.Fields document() {
    return document.get();
  }

  boolean silent() {
    return silent;
  }

  void write(TextPage to) {
    page.accept(to);
  }
}
