package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE;
import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.core.form.Tables;
import org.mlsysim.physics.network.AllReduceComparison;
import org.mlsysim.physics.network.AllReduceComparison.Costs;

/**
 * Ring, binary tree and single server side by side: what one buffer costs at several group sizes.
 *
 * <pre>
 * ring = 2(N-1)/N · M/β + 2(N-1) α,  tree = 2 ceil(log2 N) (M/β + α),  star = N M/β
 * </pre>
 *
 * <p>The exact crossover is the size at which ring and tree take equally long; the estimate is the
 * textbook form of it for large groups. Tables are keyed by the group size.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Ring, tree or single server: what does one buffer cost, and where do they cross?",
    equation = "ring = 2(N-1)/N · M/β + 2(N-1) α; tree = 2 ceil(log2 N) (M/β + α); star = N M/β",
    sources = {
      "Patarasuk, Yuan (2009), Bandwidth optimal all-reduce algorithms, JPDC 69(2)",
      "Thakur, Rabenseifner, Gropp (2005), IJHPCA 19(1)"
    })
public final class AllReduceAlgorithmModel
    extends BaseModel<
        AllReduceAlgorithmModel.Inputs, AllReduceAlgorithmModel.AllReduceAlgorithmResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "buffer of one rank", unit = "B", range = "[0, inf)") Quantity<DataSize> message,
      @Port(doc = "ranks of each group asked about", range = "[2, inf)") List<Integer> groupSizes,
      @Port(doc = "start-up of a message", unit = "s", range = "[0, inf)") Quantity<Time> alpha,
      @Port(doc = "one-way rate of a link", unit = "B/s", range = "(0, inf)")
          Quantity<DataRate> bandwidth) {

    public Inputs {
      groupSizes = List.copyOf(groupSizes);
    }

    /** Names the inputs one by one. */
    public static AllReduceAlgorithmModelInputsBuilder builder() {
      return new AllReduceAlgorithmModelInputsBuilder();
    }
  }

  /** What the model produces; the tables are keyed by the group size. */
  public record AllReduceAlgorithmResult(
      @Port(unit = "B", doc = "the buffer asked about") Quantity<DataSize> message,
      @Port(unit = "s", doc = "the start-up asked about") Quantity<Time> alpha,
      @Port(unit = "B/s", doc = "the rate asked about") Quantity<DataRate> bandwidth,
      @Port(unit = "B", doc = "what a rank sends in a round of the ring")
          Map<String, Quantity<DataSize>> chunk,
      @Port(doc = "buffers that a rank sends in a ring") Map<String, Double> ringFactor,
      @Port(doc = "rounds of the ring") Map<String, Integer> ringRounds,
      @Port(doc = "rounds of the tree") Map<String, Integer> treeRounds,
      @Port(unit = "s", doc = "bytes of the ring") Map<String, Quantity<Time>> ringByteTime,
      @Port(unit = "s", doc = "start-ups of the ring") Map<String, Quantity<Time>> ringStartupTime,
      @Port(unit = "s", doc = "the ring") Map<String, Quantity<Time>> ringTime,
      @Port(unit = "s", doc = "bytes of the tree") Map<String, Quantity<Time>> treeByteTime,
      @Port(unit = "s", doc = "start-ups of the tree") Map<String, Quantity<Time>> treeStartupTime,
      @Port(unit = "s", doc = "the tree") Map<String, Quantity<Time>> treeTime,
      @Port(unit = "s", doc = "a server that receives and sends at the same time")
          Map<String, Quantity<Time>> starByteTime,
      @Port(doc = "star over ring for large groups") Map<String, Double> starRingLimit,
      @Port(unit = "B", doc = "size above which the ring wins, textbook estimate")
          Map<String, Quantity<DataSize>> crossoverEstimate,
      @Port(unit = "B", doc = "size above which the ring wins, exactly")
          Map<String, Quantity<DataSize>> crossoverExact,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public AllReduceAlgorithmResult {
      caveats = List.copyOf(caveats);
    }
  }

  public AllReduceAlgorithmModel() {
    super(MethodHandles.lookup(), Inputs.class, AllReduceAlgorithmResult.class);
  }

  @Override
  public AllReduceAlgorithmResult solve(Inputs inputs) {
    double message = in(BYTE, inputs.message());
    double alpha = in(SECOND, inputs.alpha());
    double bandwidth = in(BYTE_PER_SECOND, inputs.bandwidth());
    Map<String, Costs> costs = new LinkedHashMap<>();
    for (int size : inputs.groupSizes()) {
      costs.put(Integer.toString(size), AllReduceComparison.of(message, size, alpha, bandwidth));
    }
    return new AllReduceAlgorithmResult(
        of(message, BYTE),
        of(alpha, SECOND),
        of(bandwidth, BYTE_PER_SECOND),
        sizes(costs, Costs::chunk),
        Tables.each(costs, each -> each.ringFactor()),
        Tables.each(costs, each -> (int) each.ringRounds()),
        Tables.each(costs, each -> (int) each.treeRounds()),
        times(costs, Costs::ringByteTime),
        times(costs, Costs::ringStartupTime),
        times(costs, Costs::ringTime),
        times(costs, Costs::treeByteTime),
        times(costs, Costs::treeStartupTime),
        times(costs, Costs::treeTime),
        times(costs, Costs::starByteTime),
        Tables.each(costs, each -> each.starRingLimit()),
        sizes(costs, Costs::crossoverEstimate),
        sizes(costs, Costs::crossoverExact),
        List.of(
            "The star counts one direction, as if its server received and sent at the same time.",
            "The estimate of the crossover is poor for small groups; the exact one is not."));
  }

  private static Map<String, Quantity<Time>> times(
      Map<String, Costs> costs, ToDoubleFunction<Costs> time) {
    return Tables.each(costs, each -> of(time.applyAsDouble(each), SECOND));
  }

  private static Map<String, Quantity<DataSize>> sizes(
      Map<String, Costs> costs, ToDoubleFunction<Costs> bytes) {
    return Tables.each(costs, each -> of(bytes.applyAsDouble(each), BYTE));
  }
}
