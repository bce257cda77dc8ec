package org.mlsysim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.wire.Wire;

/** {@code solve}: one resolver, or a file of questions to any of them. */
final class SolveCommand implements Command {
  @Override
  public String name() {
    return "solve";
  }

  @Override
  public String summary() {
    return "answer one resolver's question, or a file of questions";
  }

  @Override
  public Syntax syntax() {
    return Syntax.builder()
        .optional("resolver", "the resolver's id, in any letter case")
        .rest(PortArguments.NAME, "its inputs; a number, a quantity, an id, JSON or @FILE")
        .option("input", "FILE", "inputs as a JSON or YAML object; - for standard input")
        .option("units", "UNITS", "declared (default) or si")
        .option(
            "batch",
            "FILE",
            "questions as JSON Lines {id, resolver, inputs}; - for standard input; other"
                + " members of a line are the caller's own and are ignored")
        .build();
  }

  @Override
  public Answer run(Arguments arguments, Session session) {
    List<Finding> findings = new ArrayList<>();
    Resolvers.OutputUnits units = units(arguments, findings);
    if (arguments.has("batch")) {
      for (String other : List.of("resolver", "input")) {
        if (arguments.has(other)) {
          String what = other.equals("input") ? "--input" : "RESOLVER";
          findings.add(
              Finding.of(
                  ErrorCode.INPUT_CONFLICT, other, what + " and --batch cannot both be given."));
        }
      }
      throwIfAny(findings);
      return SolveBatch.run(arguments.get("batch"), units, session);
    }
    if (!arguments.has("resolver")) {
      findings.add(Findings.missing("resolver", "the id of a resolver"));
    }
    throwIfAny(findings);
    return solve(arguments, units, session);
  }

  private static void throwIfAny(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw MlsysimException.of(findings);
    }
  }

  private static Resolvers.OutputUnits units(Arguments arguments, List<Finding> findings) {
    String word = arguments.find("units").orElse("declared");
    return switch (word) {
      case "declared" -> Resolvers.OutputUnits.DECLARED;
      case "si" -> Resolvers.OutputUnits.SI;
      default -> {
        findings.add(Findings.notOneOf("units", word, List.of("declared", "si")));
        yield Resolvers.OutputUnits.DECLARED;
      }
    };
  }

  private static Answer solve(Arguments arguments, Resolvers.OutputUnits units, Session session) {
    Resolver<?, ?> resolver = Resolvers.find(arguments.get("resolver"), session);
    Resolvers.Solved solved = Resolvers.solve(resolver, inputs(arguments, session), session);
    Wire.Fields outputs = Resolvers.in(units, solved.outputs());
    return Answer.of(
        solved.feasible() ? Answer.OK : Answer.INFEASIBLE,
        () -> document(solved, outputs),
        page -> write(solved, outputs, page));
  }

  /** The inputs that a call gives in a file and on the command line. */
  static Resolvers.Inputs inputs(Arguments arguments, Session session) {
    Optional<String> file = arguments.find("input");
    Wire.Fields given =
        file.map(name -> PortArguments.file(name, "input", session))
            .orElseGet(() -> Wire.fields().build());
    return new Resolvers.Inputs() {
      @Override
      public <I extends Record, R extends SolverResult> I of(Contract<I, R> contract) {
        return PortArguments.read(contract, arguments.all(PortArguments.NAME), given, session);
      }
    };
  }

  private static Wire.Fields document(Resolvers.Solved solved, Wire.Fields outputs) {
    Wire.FieldsBuilder document =
        Wire.fields()
            .put("status", solved.status())
            .put("resolver", solved.resolver())
            .put("outputs", outputs);
    if (!solved.feasible()) {
      document.put("reason", Wire.texts(solved.reasons()));
    }
    return document.put("caveats", Wire.texts(solved.caveats())).build();
  }

  private static void write(Resolvers.Solved solved, Wire.Fields outputs, TextPage page) {
    page.put(TextPage.Style.BOLD, solved.resolver());
    if (!solved.feasible()) {
      page.put("  ").put(TextPage.Style.BAD, "infeasible");
    }
    page.end();
    WireText.write(outputs, page, 2);
    Notes.write(solved.feasible() ? List.of() : solved.reasons(), solved.caveats(), page);
  }
}
