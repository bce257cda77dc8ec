package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The arguments and options of a command.
 *
 * <p>Every value is text here; what it must be is said by the port it belongs to, so that a range
 * is written once for all callers.
 *
 * @param arguments the arguments, in order
 * @param options the options, in the order of the help text
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Syntax(List<Argument> arguments, List<Option> options) {
  public Syntax {
    arguments = List.copyOf(arguments);
    options = List.copyOf(options);
  }

  /**
   * A value known by its place.
   *
   * @param name its port name, for instance {@code hardware}
   * @param doc what it is, in one line
   * @param required whether it must be given
   * @param repeated whether it takes all that is left
   */
  public record Argument(String name, String doc, boolean required, boolean repeated) {}

  /**
   * A value, or a switch, known by its name.
   *
   * @param name the long name without dashes, for instance {@code batch-size}
   * @param letter the one-letter name
   * @param label what stands for the value in the help text; empty for a switch
   * @param doc what it is, in one line
   * @param repeated whether it may stand several times
   */
  public record Option(
      String name,
      Optional<Character> letter,
      Optional<String> label,
      String doc,
      boolean repeated) {
    /** The name under which findings know the option, for instance {@code batch_size}. */
    public String port() {
      return name.replace('-', '_');
    }
  }

  /** Starts an empty syntax. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects arguments and options. */
  public static final class Builder {
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();

    private Builder() {}

    /** A mandatory argument. */
    public Builder required(String name, String doc) {
      arguments.add(new Argument(name, doc, true, false));
      return this;
    }

    /** An argument that may be left out. */
    public Builder optional(String name, String doc) {
      arguments.add(new Argument(name, doc, false, false));
      return this;
    }

    /** All arguments that are left. */
    public Builder rest(String name, String doc) {
      arguments.add(new Argument(name, doc, false, true));
      return this;
    }

    /** An option with a value. */
    public Builder option(String name, String label, String doc) {
      return add(name, Optional.empty(), Optional.of(label), doc, false);
    }

    /** An option with a value and a one-letter name. */
    public Builder option(String name, char letter, String label, String doc) {
      return add(name, Optional.of(letter), Optional.of(label), doc, false);
    }

    /** An option with a value that may stand several times. */
    public Builder repeated(String name, String label, String doc) {
      return add(name, Optional.empty(), Optional.of(label), doc, true);
    }

    /** An option without value. */
    public Builder flag(String name, String doc) {
      return add(name, Optional.empty(), Optional.empty(), doc, false);
    }

    /** An option without value, with a one-letter name. */
    public Builder flag(String name, char letter, String doc) {
      return add(name, Optional.of(letter), Optional.empty(), doc, false);
    }

    private Builder add(
        String name,
        Optional<Character> letter,
        Optional<String> label,
        String doc,
        boolean repeated) {
      options.add(new Option(name, letter, label, doc, repeated));
      return this;
    }

    /** The syntax. */
    public Syntax build() {
      return new Syntax(arguments, options);
    }
  }
}
