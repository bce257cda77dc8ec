package org.mlsysim.core.reliability;

import static org.mlsysim.api.units.Units.PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Frequency;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.reliability.ClusterQueue;

/**
 * The mean wait of jobs that each take a whole cluster in turn: an M/D/1 queue.
 *
 * <pre>ρ = λ d,  W = ρ d / (2 (1-ρ)),  Lq = ρ² / (2 (1-ρ))</pre>
 *
 * <p>Poisson arrivals, equal durations, first come first served. At ρ of 1 or more the line grows
 * without end: {@code is_stable} is false and there is no wait to state.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How long does a job wait for a shared cluster?",
    walls = "Multi-tenant",
    equation = "W = ρ d / (2 (1-ρ)), ρ = λ d",
    sources = {
      "Little (1961), A proof for the queuing formula L = λW, Operations Research 9(3)",
      "Barroso, Hölzle, Ranganathan (2018), The datacenter as a computer",
      "Jeon et al. (2019), Analysis of large-scale multi-tenant GPU clusters, USENIX ATC"
    })
public final class OrchestrationModel
    extends BaseModel<OrchestrationModel.Inputs, OrchestrationModel.OrchestrationResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the cluster; each job takes all of it") Fleet fleet,
      @Port(doc = "jobs that arrive", unit = "1/d", range = "[0, inf)")
          Quantity<Frequency> arrivalRateJobsPerDay,
      @Port(doc = "duration of a job", unit = "d", range = "(0, inf)")
          Quantity<Time> avgJobDurationDays) {

    /** Names the inputs one by one. */
    public static OrchestrationModelInputsBuilder builder() {
      return new OrchestrationModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record OrchestrationResult(
      @Port(doc = "offered over available time; above 1 when too much is asked")
          double clusterUtilization,
      @Port(
              unit = "s",
              doc = "mean wait before a job starts; absent when the line grows without end",
              aliases = "avg_wait_time")
          Optional<Quantity<Time>> avgWaitTimeDays,
      @Port(doc = "mean jobs that wait; absent when the line grows without end")
          Optional<Double> avgQueueLength,
      @Port(verdict = true, doc = "whether the line has an end") boolean isStable,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public OrchestrationResult {
      caveats = List.copyOf(caveats);
    }

    @Override
    public List<String> reasons() {
      return isStable
          ? List.of()
          : List.of(
              "Jobs ask for %s times what the cluster has; the line grows without end."
                  .formatted(Units.number(clusterUtilization)));
    }
  }

  public OrchestrationModel() {
    super(MethodHandles.lookup(), Inputs.class, OrchestrationResult.class);
  }

  @Override
  public OrchestrationResult solve(Inputs inputs) {
    ClusterQueue.Line line =
        ClusterQueue.of(
            in(PER_SECOND, inputs.arrivalRateJobsPerDay()),
            in(SECOND, inputs.avgJobDurationDays()));
    return new OrchestrationResult(
        line.utilization(),
        Forms.quantity(line.waitTime(), SECOND),
        Forms.value(line.queueLength()),
        line.stable(),
        List.of("Every job takes the whole cluster for the same time, first come first served."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, OrchestrationResult result) {
    Term duration =
        Term.given("duration of a job", "d", in(SECOND, inputs.avgJobDurationDays()), "s");
    Term utilization =
        Term.computed(
            "utilization",
            "ρ",
            "λ d",
            result.clusterUtilization(),
            "",
            Term.given("arrivals", "λ", in(PER_SECOND, inputs.arrivalRateJobsPerDay()), "1/s"),
            duration);
    if (result.avgWaitTimeDays().isEmpty()) {
      return List.of(
          new Explanation("cluster_utilization", utilization.value(), "", utilization.terms()));
    }
    return List.of(
        new Explanation(
            "avg_wait_time_days",
            in(SECOND, result.avgWaitTimeDays().get()),
            "s",
            List.of(utilization, duration)));
  }
}
