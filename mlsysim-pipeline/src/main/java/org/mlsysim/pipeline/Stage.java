package org.mlsysim.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Metric;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.wire.Wire;

/**
 * A resolver under the name it has in one pipeline.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
final class Stage<I extends Record, R extends SolverResult> {
  private final int index;
  private final String name;
  private final Resolver<I, R> resolver;
  private final Contract<I, R> contract;
  private final List<Slot> slots;

  Stage(int index, String name, Resolver<I, R> resolver) {
    this.index = index;
    this.name = name;
    this.resolver = resolver;
    this.contract = resolver.contract();
    List<Slot> inputs = new ArrayList<>();
    for (PortSpec port : contract.inputs().ports()) {
      inputs.add(new Slot(this, inputs.size(), port));
    }
    this.slots = List.copyOf(inputs);
  }

  /** The position in the order of listing. */
  int index() {
    return index;
  }

  String name() {
    return name;
  }

  Resolver<I, R> resolver() {
    return resolver;
  }

  Contract<I, R> contract() {
    return contract;
  }

  RecordShape<I> inputs() {
    return contract.inputs();
  }

  /** The input ports, in the order of the record. */
  List<Slot> slots() {
    return slots;
  }

  /** The input port of a name or alias, if there is one. */
  Optional<Slot> slot(String port) {
    return slots.stream().filter(each -> each.port().answersTo(port)).findFirst();
  }

  /** The output of a dotted name, if there is one. */
  Optional<Output> output(String dotted) {
    return contract.outputs().path(dotted).map(path -> new Output(this, path));
  }

  /**
   * The input record of one value a port; null is an absent optional one.
   *
   * @throws org.mlsysim.api.error.MlsysimException if the record refuses the values
   */
  I create(@Nullable Object[] values) {
    return inputs().create(values);
  }

  /** The answer to an input record of this stage. */
  R resolve(Record inputs, Supplier<Search> search) {
    I typed = inputs().type().cast(inputs);
    return resolver instanceof BaseOptimizer<I, ?> optimizer
        ? contract.result().cast(optimizer.resolve(typed, search.get()))
        : resolver.resolve(typed);
  }

  boolean feasible(SolverResult result) {
    return contract.feasible(contract.result().cast(result));
  }

  Wire.Fields write(SolverResult result) {
    return contract.write(contract.result().cast(result));
  }

  /** The numbers of a result, named {@code stage/port}. */
  List<Metric> metrics(SolverResult result) {
    return contract.metrics(contract.result().cast(result)).stream()
        .map(each -> new Metric(name + "/" + each.name(), each.value(), each.unit()))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
