package org.mlsysim.core.data;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.data.InputStage;

/**
 * How many batches must stand ready so that a slow read is not felt.
 *
 * <pre>depth = ceil(latency / compute)</pre>
 *
 * <p>The last digit of the quotient does not add a batch at whole multiples.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How many ready batches ride out the tail latency of a store?",
    equation = "depth = ceil(latency / compute)",
    sources = "Murray et al. (2021), tf.data, arXiv 2101.12127")
public final class PrefetchDepthModel
    extends BaseModel<PrefetchDepthModel.Inputs, PrefetchDepthModel.PrefetchDepthResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "time of a step", unit = "s", range = "(0, inf)") Quantity<Time> computeTime,
      @Port(doc = "slow read of each store", unit = "s", range = "[0, inf)")
          Map<String, Quantity<Time>> tailLatencies,
      @Port(doc = "one batch", unit = "B", range = "[0, inf)") Quantity<DataSize> batchBytes,
      @Port(doc = "batches that a consumer keeps ready", range = "[0, inf)") int safetyDepth,
      @Port(doc = "consumers of a node", range = "[1, inf)") int consumersPerNode) {

    public Inputs {
      tailLatencies = Tables.copyOf(tailLatencies);
    }

    /** Names the inputs one by one. */
    public static PrefetchDepthModelInputsBuilder builder() {
      return new PrefetchDepthModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record PrefetchDepthResult(
      @Port(doc = "steps that pass during a slow read of each store") Map<String, Double> spans,
      @Port(doc = "batches that must stand ready for each store") Map<String, Long> depths,
      @Port(unit = "B", doc = "memory for the batches of one consumer")
          Quantity<DataSize> bufferPerConsumer,
      @Port(unit = "B", doc = "memory for the batches of a node") Quantity<DataSize> bufferPerNode,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public PrefetchDepthResult {
      caveats = List.copyOf(caveats);
    }
  }

  public PrefetchDepthModel() {
    super(MethodHandles.lookup(), Inputs.class, PrefetchDepthResult.class);
  }

  @Override
  public PrefetchDepthResult solve(Inputs inputs) {
    double compute = in(SECOND, inputs.computeTime());
    Map<String, Double> spans =
        Tables.each(
            inputs.tailLatencies(), latency -> InputStage.span(in(SECOND, latency), compute));
    double buffer = inputs.safetyDepth() * in(BYTE, inputs.batchBytes());
    return new PrefetchDepthResult(
        spans,
        Tables.each(spans, span -> (long) InputStage.prefetchDepth(span)),
        of(buffer, BYTE),
        of(buffer * inputs.consumersPerNode(), BYTE),
        List.of("Buffers follow safety_depth, not the depths of the stores."));
  }
}
