package org.mlsysim.core.queueing;

import static org.mlsysim.api.units.Units.SECOND;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.queueing.TailLatency;

/**
 * Equal replicas behind one queue: the median and the P99 of what a request waits and stays.
 *
 * <pre>
 * wait_q = max(0, ln(P_w / (1 - q)) / R),  R = 2 (c mu - lambda) / (1 + cv^2)
 * p_q solves P(wait + service &gt; t) = 1 - q
 * </pre>
 *
 * <p>Arrivals are Poisson. Exact for exponential service (cv 1); otherwise the scale of the wait is
 * an approximation.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long do the slowest requests of a replicated service take?",
    walls = "Tail Latency",
    equation = "P(wait + service > t) = 1 - q; wait_q = max(0, ln(P_w / (1 - q)) / R)",
    sources = {
      "Erlang (1917)",
      "Lee, Longton (1959), Operational Research Quarterly 10(1)",
      "Dean, Barroso (2013), The Tail at Scale, doi 10.1145/2408776.2408794"
    })
public final class TailLatencyModel
    extends BaseModel<TailLatencyModel.Inputs, TailLatencyModel.TailLatencyResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "requests a second", range = "[0, inf)") double arrivalRateQps,
      @Port(doc = "mean service time of a request", unit = "ms", range = "(0, inf)")
          Quantity<Time> serviceLatencyMs,
      @Port(doc = "replicas behind the queue", defaultValue = "1", range = "[1, inf)")
          int numReplicas,
      @Port(
              doc = "standard deviation of the service time over its mean",
              defaultValue = "1",
              range = "[0, inf)")
          double serviceTimeCv) {

    /** Names the inputs one by one; all but rate and service time have defaults. */
    public static TailLatencyModelInputsBuilder builder() {
      return new TailLatencyModelInputsBuilder();
    }
  }

  /** What the model produces; all times are absent when the queue is unstable. */
  public record TailLatencyResult(
      @Port(unit = "s", doc = "stay that half of the requests exceed")
          Optional<Quantity<Time>> p50Latency,
      @Port(unit = "s", doc = "stay that one request in a hundred exceeds")
          Optional<Quantity<Time>> p99Latency,
      @Port(unit = "s", doc = "wait that half of the requests exceed")
          Optional<Quantity<Time>> p50Wait,
      @Port(unit = "s", doc = "wait that one request in a hundred exceeds")
          Optional<Quantity<Time>> p99Wait,
      @Port(doc = "arrivals over what the replicas can serve; above 1 in overload")
          double queueUtilization,
      @Port(verdict = true, doc = "whether the replicas keep up with the arrivals")
          boolean isStable,
      @Port(doc = "P99 wait over five service times; larger is worse")
          Optional<Double> sloHeadroomRatio,
      @Port(doc = "why the queue is unstable; empty when it is not") List<String> constraintTrace,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {

    public TailLatencyResult {
      constraintTrace = List.copyOf(constraintTrace);
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return constraintTrace;
    }
  }

  public TailLatencyModel() {
    super(MethodHandles.lookup(), Inputs.class, TailLatencyResult.class);
  }

  @Override
  public TailLatencyResult solve(Inputs inputs) {
    TailLatency.Result plain = plain(inputs);
    return new TailLatencyResult(
        Forms.quantity(plain.p50(), SECOND),
        Forms.quantity(plain.p99(), SECOND),
        Forms.quantity(plain.p50Wait(), SECOND),
        Forms.quantity(plain.p99Wait(), SECOND),
        plain.utilization(),
        plain.stable(),
        Forms.value(plain.headroomRatio()),
        plain.stable() ? List.of() : List.of(overload(inputs, plain)),
        Caveats.none()
            .addWhen(
                inputs.serviceTimeCv() != 1,
                "For a service_time_cv other than 1 the scale of the wait is an approximation.")
            .add(
                "slo_headroom_ratio measures the P99 wait against five service times, a"
                    + " convention; larger is worse.")
            .list());
  }

  private static TailLatency.Result plain(Inputs inputs) {
    return TailLatency.solve(
        inputs.arrivalRateQps(), service(inputs), inputs.numReplicas(), inputs.serviceTimeCv());
  }

  private static double service(Inputs inputs) {
    return Units.in(SECOND, inputs.serviceLatencyMs());
  }

  private static String overload(Inputs inputs, TailLatency.Result plain) {
    return "%s requests a second are %s times what %d replicas can serve; the queue grows forever."
        .formatted(
            Units.number(inputs.arrivalRateQps()),
            Units.number(plain.utilization()),
            inputs.numReplicas());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, TailLatencyResult result) {
    TailLatency.Result plain = plain(inputs);
    Term utilization =
        Term.computed(
            "load of a replica",
            "rho",
            "lambda · service / c",
            plain.utilization(),
            "",
            Term.given("arrivals", "lambda", inputs.arrivalRateQps(), "1/s"),
            Term.given("mean service time", "service", service(inputs), "s"),
            Term.given("replicas", "c", inputs.numReplicas(), ""));
    if (!plain.stable()) {
      return List.of(
          new Explanation("queue_utilization", plain.utilization(), "", List.of(utilization)));
    }
    Term waiting =
        Term.given("probability to wait at all", "P_w", plain.waitProbability(), "")
            .from("Erlang (1917)");
    Term decay =
        Term.given("rate at which the tail of the wait falls", "R", plain.waitDecayRate(), "1/s")
            .from("Lee, Longton (1959)");
    return List.of(
        new Explanation(
            "p99_latency",
            plain.p99(),
            "s",
            List.of(
                Term.computed(
                    "stay that one request in a hundred exceeds",
                    "t",
                    "P(wait + service > t) = 0.01",
                    plain.p99(),
                    "s",
                    utilization,
                    waiting,
                    decay,
                    Term.given("variation of the service", "cv", inputs.serviceTimeCv(), "")))),
        new Explanation(
            "p99_wait",
            plain.p99Wait(),
            "s",
            List.of(
                Term.computed(
                    "wait that one request in a hundred exceeds",
                    "wait",
                    "max(0, ln(P_w / 0.01) / R)",
                    plain.p99Wait(),
                    "s",
                    waiting,
                    decay))));
  }
}
