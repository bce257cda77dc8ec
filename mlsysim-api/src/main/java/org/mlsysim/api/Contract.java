package org.mlsysim.api;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.mlsysim.api.error.InfeasibleException;
import org.mlsysim.api.error.InternalException;
import org.mlsysim.api.error.MlsysimException;
import org.mlsysim.api.port.PortSpec;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.wire.Wire;

/**
 * What a resolver declares: its id, its tier, its two records as ports, and what it says about
 * itself.
 *
 * @param <I> the input record
 * @param <R> the result record
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Contract<I extends Record, R extends SolverResult> {
  /** The port that turns an infeasible result into an exception. */
  private static final String RAISE_ERRORS = "raise_errors";

  private final String id;
  private final Tier tier;
  private final RecordShape<I> inputs;
  private final RecordShape<? extends Record> outputs;
  private final Class<R> result;
  private final Optional<ResolverInfo> info;
  private final Optional<PortSpec> verdict;
  private final boolean canRaise;

  Contract(
      Tier tier, Class<?> resolver, MethodHandles.Lookup lookup, Class<I> inputs, Class<R> result) {
    this.id = resolver.getSimpleName();
    this.tier = tier;
    this.inputs = RecordShape.of(lookup, inputs);
    this.result = result;
    if (!result.isRecord()) {
      throw new IllegalArgumentException(
          "%s: the result %s is no record".formatted(resolver.getName(), result.getName()));
    }
    this.outputs = RecordShape.of(lookup, result.asSubclass(Record.class));
    this.info = Optional.ofNullable(resolver.getAnnotation(ResolverInfo.class));
    this.verdict = outputs.ports().stream().filter(PortSpec::verdict).findFirst();
    this.canRaise = this.inputs.port(RAISE_ERRORS).isPresent();
  }

  /** The resolver's class name. */
  public String id() {
    return id;
  }

  /** The resolver's tier. */
  public Tier tier() {
    return tier;
  }

  /** The input record as ports. */
  public RecordShape<I> inputs() {
    return inputs;
  }

  /** The result record as ports. */
  public RecordShape<? extends Record> outputs() {
    return outputs;
  }

  /** The result record's class. */
  public Class<R> result() {
    return result;
  }

  /** The inputs that must be given. */
  public List<PortSpec> requires() {
    return inputs.ports().stream().filter(PortSpec::required).toList();
  }

  /** The question the resolver answers, "" where it does not say. */
  public String question() {
    return info.map(ResolverInfo::question).orElse("");
  }

  /** The law in one line, "" where it does not say. */
  public String equation() {
    return info.map(ResolverInfo::equation).orElse("");
  }

  /** The names of the walls the resolver resolves. */
  public List<String> walls() {
    return info.map(each -> Arrays.asList(each.walls())).orElse(List.of());
  }

  /** Where the law comes from. */
  public List<String> sources() {
    return info.map(each -> Arrays.asList(each.sources())).orElse(List.of());
  }

  /** Whether the law is not settled. */
  public boolean experimental() {
    return info.map(ResolverInfo::experimental).orElse(false);
  }

  /** The output that says whether the state can be, if there is one. */
  public Optional<PortSpec> verdict() {
    return verdict;
  }

  /** Whether the state of a result can be: its verdict, true where it has none. */
  public boolean feasible(R answer) {
    return verdict
        .flatMap(port -> get(answer, port.name()))
        .map(value -> (Boolean) value)
        .orElse(true);
  }

  /** The value of an output; an absent optional one is empty. */
  public Optional<Object> get(R answer, String port) {
    return valueOf(outputs, answer, port);
  }

  /** The outputs of a result in wire form, without the caveats that travel beside them. */
  public Wire.Fields write(R answer) {
    Wire.FieldsBuilder fields = Wire.fields();
    writeAs(outputs, answer)
        .values()
        .forEach(
            (name, value) -> {
              if (!name.equals("caveats")) {
                fields.put(name, value);
              }
            });
    return fields.build();
  }

  /** The numbers of a result as flat metrics, nested ones under dotted names. */
  public List<Metric> metrics(R answer) {
    List<Metric> metrics = new ArrayList<>();
    write(answer).values().forEach((name, wire) -> addMetrics(name, wire, unit(name), metrics));
    return metrics;
  }

  private String unit(String port) {
    return outputs.port(port).map(PortSpec::unit).orElse("");
  }

  private static void addMetrics(String name, Wire wire, String unit, List<Metric> metrics) {
    if (wire instanceof Wire.Num num) {
      metrics.add(new Metric(name, num.value(), unit));
    } else if (wire instanceof Wire.Amount amount) {
      metrics.add(new Metric(name, amount.value(), amount.unit()));
    } else if (wire instanceof Wire.Fields fields) {
      fields
          .values()
          .forEach((nested, value) -> addMetrics(name + "." + nested, value, "", metrics));
    }
  }

  /** Runs a law between the checks that every resolver owes its callers. */
  R checked(I given, Function<I, R> law) {
    inputs.check(given);
    R answer;
    try {
      answer = law.apply(given);
    } catch (MlsysimException | CancellationException e) {
      // A search that is given up is no failure of its resolver.
      throw e;
    } catch (RuntimeException e) {
      throw new InternalException(id, e.toString(), e);
    }
    try {
      checkAs(outputs, answer);
    } catch (MlsysimException e) {
      throw new InternalException(id, "its result breaks its ports: " + e.getMessage(), e);
    }
    if (canRaise
        && !feasible(answer)
        && inputs.get(given, RAISE_ERRORS).equals(Optional.of(Boolean.TRUE))) {
      throw new InfeasibleException(id, String.join("; ", answer.reasons()));
    }
    return answer;
  }

  /** The input record of values by port name; see {@link RecordShape#build}. */
  public I inputs(Map<String, ?> values, org.mlsysim.api.port.Registry registry) {
    return inputs.build(values, registry);
  }

  private static <T extends Record> void checkAs(RecordShape<T> shape, Object record) {
    shape.check(shape.type().cast(record));
  }

  private static <T extends Record> Wire.Fields writeAs(RecordShape<T> shape, Object record) {
    return shape.write(shape.type().cast(record));
  }

  private static <T extends Record> Optional<Object> valueOf(
      RecordShape<T> shape, Object record, String port) {
    return shape.get(shape.type().cast(record), port);
  }
}
