package org.mlsysim.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.Contract;
import org.mlsysim.api.Resolver;
import org.mlsysim.api.Search;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.wire.Wire;

/** A resolver under test with inputs that it answers. */
record Subject<I extends Record, R extends SolverResult>(
    Resolver<I, R> resolver, I inputs, Registry registry, Search search) {

  Contract<I, R> contract() {
    return resolver.contract();
  }

  R answer() {
    return answer(inputs);
  }

  R answer(I given) {
    return answer(given, search);
  }

  R answer(I given, Search searching) {
    return resolver instanceof BaseOptimizer<?, ?> optimizer
        ? contract().result().cast(searched(optimizer, given, searching))
        : resolver.resolve(given);
  }

  @SuppressWarnings("unchecked") // the optimizer is the resolver, whose inputs are of this type
  private static <I extends Record> SolverResult searched(
      BaseOptimizer<?, ?> optimizer, I given, Search searching) {
    return ((BaseOptimizer<I, ?>) optimizer).resolve(given, searching);
  }

  /** The answer to values by port name. */
  R answer(Map<String, ?> values) {
    return answer(contract().inputs(values, registry));
  }

  /** The typical inputs by port name; an absent optional one is left out. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (PortSpec port : contract().inputs().ports()) {
      contract().inputs().get(inputs, port.name()).ifPresent(each -> values.put(port.name(), each));
    }
    return values;
  }

  /** The typical inputs with one port changed. */
  Map<String, Object> valuesWith(String port, Object value) {
    Map<String, Object> values = values();
    values.put(port, value);
    return values;
  }

  /** The result in wire form, caveats included. */
  Wire.Fields write(R answer) {
    return write(contract().outputs(), answer);
  }

  private static <T extends Record> Wire.Fields write(RecordShape<T> shape, Object answer) {
    return shape.write(shape.type().cast(answer));
  }

  /** The number of an output in its declared unit, under its dotted name. */
  Optional<Double> number(R answer, String port) {
    Wire wire = write(answer);
    for (String name : port.split("\\.", -1)) {
      if (!(wire instanceof Wire.Fields fields) || fields.get(name).isEmpty()) {
        return Optional.empty();
      }
      wire = fields.get(name).get();
    }
    if (wire instanceof Wire.Amount amount) {
      return Optional.of(amount.value());
    }
    return wire instanceof Wire.Num num ? Optional.of(num.value()) : Optional.empty();
  }

  /** Where two results differ by more than a relative tolerance, one line a port. */
  List<String> differences(R one, R other, double tolerance) {
    List<String> differences = new ArrayList<>();
    compare("", write(one), write(other), tolerance, differences);
    return differences;
  }

  private static void compare(
      String path, Wire one, Wire other, double tolerance, List<String> differences) {
    if (one instanceof Wire.Fields left && other instanceof Wire.Fields right) {
      TreeSet<String> names = new TreeSet<>(left.values().keySet());
      names.addAll(right.values().keySet());
      for (String name : names) {
        compare(
            path.isEmpty() ? name : path + "." + name,
            left.get(name).orElse(Wire.NULL),
            right.get(name).orElse(Wire.NULL),
            tolerance,
            differences);
      }
    } else if (one instanceof Wire.Items left
        && other instanceof Wire.Items right
        && left.values().size() == right.values().size()) {
      for (int i = 0; i < left.values().size(); i++) {
        compare(
            path + "[" + i + "]",
            left.values().get(i),
            right.values().get(i),
            tolerance,
            differences);
      }
    } else if (!close(one, other, tolerance)) {
      differences.add("%s is once %s, once %s".formatted(path, show(one), show(other)));
    }
  }

  private static boolean close(Wire one, Wire other, double tolerance) {
    if (one instanceof Wire.Amount left && other instanceof Wire.Amount right) {
      return left.unit().equals(right.unit()) && close(left.value(), right.value(), tolerance);
    }
    if (one instanceof Wire.Num left && other instanceof Wire.Num right) {
      return close(left.value(), right.value(), tolerance);
    }
    return one.equals(other);
  }

  static boolean close(double one, double other, double tolerance) {
    return one == other
        || Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
  }

  static String show(Wire wire) {
    if (wire instanceof Wire.Amount amount) {
      return amount.value() + " " + amount.unit();
    }
    if (wire instanceof Wire.Num num) {
      return Double.toString(num.value());
    }
    return wire instanceof Wire.Text text ? text.value() : wire.toString();
  }
}
