package org.mlsysim.cli;

import java.util.List;
import java.util.function.Function;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/** Runs resolvers for commands: finds one by name, and turns its answer into a document. */
final class Resolvers {
  /** The name of the facade over single-node performance, and the resolver behind it. */
  private static final String ENGINE = "Engine";

  private static final String ENGINE_RESOLVER = "SingleNodeModel";

  /** The units in which outputs are shown. */
  enum OutputUnits {
    /** Those that the ports declare. */
    DECLARED,
    /**
     * Coherent ones of the SI and its companions: s, B, FLOP, J, W, kg, L, USD and their products.
     */
    SI
  }

  private static final List<String> COHERENT =
      List.of(
          "s",
          "B",
          "B/s",
          "FLOP",
          "FLOP/s",
          "FLOP/B",
          "FLOP/s/W",
          "J",
          "W",
          "kg",
          "L",
          "USD",
          "1/s",
          "token",
          "token/s",
          "param",
          "count",
          "USD/s",
          "USD/J",
          "kg/J",
          "L/J",
          "kg/s",
          "L/s",
          "B/FLOP",
          "J/B",
          "J/FLOP",
          "W/B");

  /**
   * An answer, ready to be shown.
   *
   * @param resolver the resolver's id
   * @param feasible its verdict
   * @param outputs its outputs
   * @param reasons why it is infeasible
   * @param caveats what to know about it
   * @param explanations why its headline outputs are what they are; empty where nobody asked
   */
  record Solved(
      String resolver,
      boolean feasible,
      Wire.Fields outputs,
      List<String> reasons,
      List<String> caveats,
      List<Explanation> explanations) {

    String status() {
      return feasible ? "ok" : "infeasible";
    }
  }

  /** The resolver of a name, in any letter case. */
  static Resolver<?, ?> find(String name, Session session) {
    return session.resolvers().get(name.equalsIgnoreCase(ENGINE) ? ENGINE_RESOLVER : name);
  }

  /** Inputs of a resolver whose types are not known here. */
  interface Inputs {
    <I extends Record, R extends SolverResult> I of(Contract<I, R> contract);
  }

  /** Solves. */
  static Solved solve(Resolver<?, ?> resolver, Inputs inputs, Session session) {
    return solved(resolver, inputs, session, false);
  }

  /** Solves, and explains the answer. */
  static Solved explain(Resolver<?, ?> resolver, Inputs inputs, Session session) {
    return solved(resolver, inputs, session, true);
  }

  private static <I extends Record, R extends SolverResult> Solved solved(
      Resolver<I, R> resolver, Inputs reader, Session session, boolean explained) {
    Contract<I, R> contract = resolver.contract();
    I inputs = reader.of(contract);
    R answer = answer(resolver, inputs, session);
    List<String> caveats = new java.util.ArrayList<>(answer.caveats());
    if (contract.experimental()) {
      caveats.add("The law of " + contract.id() + " is experimental.");
    }
    return new Solved(
        contract.id(),
        contract.feasible(answer),
        contract.write(answer),
        answer.reasons(),
        List.copyOf(caveats),
        explained ? resolver.explain(inputs, answer) : List.of());
  }

  /** A search sees the catalogs of this run, those of plugin folders included. */
  private static <I extends Record, R extends SolverResult> R answer(
      Resolver<I, R> resolver, I inputs, Session session) {
    if (resolver instanceof BaseOptimizer<I, ?> optimizer) {
      SolverResult found = optimizer.resolve(inputs, Search.with(session.catalogs()));
      return resolver.contract().result().cast(found);
    }
    return resolver.resolve(inputs);
  }

  /** The outputs in the units asked for. */
  static Wire.Fields in(OutputUnits units, Wire.Fields outputs) {
    return units == OutputUnits.DECLARED
        ? outputs
        : (Wire.Fields) map(outputs, Resolvers::coherent);
  }

  private static Wire map(Wire wire, Function<Wire.Amount, Wire> change) {
    if (wire instanceof Wire.Amount amount) {
      return change.apply(amount);
    }
    if (wire instanceof Wire.Items items) {
      return new Wire.Items(items.values().stream().map(each -> map(each, change)).toList());
    }
    if (wire instanceof Wire.Fields fields) {
      Wire.FieldsBuilder mapped = Wire.fields();
      fields.values().forEach((name, value) -> mapped.put(name, map(value, change)));
      return mapped.build();
    }
    return wire;
  }

  private static Wire coherent(Wire.Amount amount) {
    var unit = Units.parse(amount.unit());
    for (String symbol : COHERENT) {
      var coherent = Units.parse(symbol);
      if (Units.compatible(unit, coherent)) {
        return new Wire.Amount(Units.convert(amount.value(), unit, coherent), symbol);
      }
    }
    return amount;
  }

  private Resolvers() {}
}
