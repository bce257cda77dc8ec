package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

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
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.network.HierarchicalAllReduce;

/**
 * An all-reduce in three phases against one flat ring over every accelerator.
 *
 * <pre>t = 2(g-1)/g · M/β_in + 2(n-1)/n · (M/g)/β_out + 2(n-1) α</pre>
 *
 * <p>Each accelerator has a port of its own between nodes. Start-up inside a node is left out; one
 * node alone is compared with a ring inside it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "How much faster is a three-phase all-reduce than one flat ring?",
    equation = "t = 2(g-1)/g · M/β_in + 2(n-1)/n · (M/g)/β_out + 2(n-1) α",
    sources = {
      "Sergeev, Del Balso (2018), Horovod, arXiv 1802.05799",
      "Patarasuk, Yuan (2009), JPDC 69(2)"
    })
public final class HierarchicalAllReduceModel
    extends BaseModel<
        HierarchicalAllReduceModel.Inputs, HierarchicalAllReduceModel.HierarchicalAllReduceResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "buffer of one accelerator", unit = "B", range = "[0, inf)")
          Quantity<DataSize> message,
      @Port(doc = "nodes", range = "[1, inf)") int nNodes,
      @Port(doc = "accelerators of a node", range = "[1, inf)") int gpusPerNode,
      @Port(doc = "one-way rate inside a node", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> intraBandwidth,
      @Port(doc = "one-way rate between nodes", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> interBandwidth,
      @Port(doc = "start-up of a message between nodes", unit = "s", range = "[0, inf)")
          Quantity<Time> interAlpha) {

    /** Names the inputs one by one. */
    public static HierarchicalAllReduceModelInputsBuilder builder() {
      return new HierarchicalAllReduceModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record HierarchicalAllReduceResult(
      @Port(unit = "B", doc = "bytes of one accelerator in each phase inside the node")
          Quantity<DataSize> intraBytes,
      @Port(unit = "B", doc = "what one accelerator exchanges between nodes")
          Quantity<DataSize> shard,
      @Port(unit = "s", doc = "first phase, inside the node") Quantity<Time> reduceScatterTime,
      @Port(unit = "s", doc = "second phase, its bytes") Quantity<Time> interByteTime,
      @Port(unit = "s", doc = "second phase, its start-ups") Quantity<Time> interStartupTime,
      @Port(unit = "s", doc = "second phase, between nodes") Quantity<Time> interTime,
      @Port(unit = "s", doc = "third phase, inside the node") Quantity<Time> allGatherTime,
      @Port(unit = "s", doc = "the three phases") Quantity<Time> totalTime,
      @Port(unit = "s", doc = "one ring over every accelerator") Quantity<Time> flatRingTime,
      @Port(unit = "s", doc = "the flat ring of very many accelerators")
          Quantity<Time> flatBoundTime,
      @Port(doc = "flat ring over the three phases; absent when these take no time")
          Optional<Double> speedupVsFlatRing,
      @Port(doc = "flat bound over the three phases; absent when these take no time")
          Optional<Double> speedupVsFlatBound,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public HierarchicalAllReduceResult {
      caveats = List.copyOf(caveats);
    }
  }

  public HierarchicalAllReduceModel() {
    super(MethodHandles.lookup(), Inputs.class, HierarchicalAllReduceResult.class);
  }

  @Override
  public HierarchicalAllReduceResult solve(Inputs inputs) {
    HierarchicalAllReduce.Phases phases =
        HierarchicalAllReduce.of(
            in(BYTE, inputs.message()),
            inputs.nNodes(),
            inputs.gpusPerNode(),
            in(BYTE_PER_SECOND, inputs.intraBandwidth()),
            in(BYTE_PER_SECOND, inputs.interBandwidth()),
            in(SECOND, inputs.interAlpha()));
    return new HierarchicalAllReduceResult(
        of(phases.intraBytes(), BYTE),
        of(phases.shard(), BYTE),
        of(phases.reduceScatterTime(), SECOND),
        of(phases.interByteTime(), SECOND),
        of(phases.interStartupTime(), SECOND),
        of(phases.interTime(), SECOND),
        of(phases.allGatherTime(), SECOND),
        of(phases.totalTime(), SECOND),
        of(phases.flatRingTime(), SECOND),
        of(phases.flatBoundTime(), SECOND),
        Forms.value(phases.speedupVsFlatRing()),
        Forms.value(phases.speedupVsFlatBound()),
        List.of("Start-up inside a node is left out; each accelerator has a port of its own."));
  }

  @Override
  public List<Explanation> explain(Inputs inputs, HierarchicalAllReduceResult result) {
    return List.of(
        new Explanation(
            "total_time",
            in(SECOND, result.totalTime()),
            "s",
            List.of(
                Term.computed(
                        "reduce-scatter inside the node",
                        "t_1",
                        "(g-1)/g · M/β_in",
                        in(SECOND, result.reduceScatterTime()),
                        "s",
                        Term.given("buffer", "M", in(BYTE, inputs.message()), "B"),
                        Term.given("accelerators of a node", "g", inputs.gpusPerNode(), ""),
                        Term.given(
                            "rate inside",
                            "β_in",
                            in(BYTE_PER_SECOND, inputs.intraBandwidth()),
                            "B/s"))
                    .from("Sergeev, Del Balso (2018)"),
                Term.computed(
                        "ring between nodes",
                        "t_2",
                        "2(n-1)/n · (M/g)/β_out + 2(n-1) α",
                        in(SECOND, result.interTime()),
                        "s",
                        Term.given("nodes", "n", inputs.nNodes(), ""),
                        Term.given(
                            "rate between nodes",
                            "β_out",
                            in(BYTE_PER_SECOND, inputs.interBandwidth()),
                            "B/s"),
                        Term.given("start-up", "α", in(SECOND, inputs.interAlpha()), "s"))
                    .from("Patarasuk, Yuan (2009)"),
                Term.computed(
                    "all-gather inside the node",
                    "t_3",
                    "t_1",
                    in(SECOND, result.allGatherTime()),
                    "s"))));
  }
}
