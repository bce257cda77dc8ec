package org.mlsysim.core.network;

import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.system.NetworkFabric;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.physics.network.Topology;

/**
 * The share of the link rate that survives when half of the nodes talk to the other half.
 *
 * <pre>
 * effective = bandwidth · beta / oversubscription
 * beta = 1 (fat tree), 0.85 (dragonfly), min(1, 4 N^(-1/3)) (3D torus), min(1, 4/N) (ring)
 * </pre>
 *
 * <p>The free text in which a fabric names its own topology is not read.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Which share of the link rate survives the network's bisection?",
    walls = "Locality",
    equation = "effective_bw = bandwidth · beta / oversubscription",
    sources = {
      "Leiserson (1985), Fat-trees, IEEE Transactions on Computers C-34(10)",
      "Kim et al. (2008), Technology-driven, highly-scalable dragonfly topology, ISCA",
      "Dally, Towles (2003), Principles and Practices of Interconnection Networks"
    })
public final class TopologyModel
    extends BaseModel<TopologyModel.Inputs, TopologyModel.TopologyResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "the network") NetworkFabric fabric,
      @Port(doc = "how its nodes are joined", defaultValue = "fat_tree") NetworkTopology topology,
      @Port(doc = "nodes that it joins", defaultValue = "64", range = "[2, inf)") int numNodes) {

    /** Names the inputs one by one; all but fabric have defaults. */
    public static TopologyModelInputsBuilder builder() {
      return new TopologyModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record TopologyResult(
      @Port(unit = "B/s", doc = "rate of one node when everybody talks across the middle")
          Quantity<DataRate> effectiveBw,
      @Port(unit = "B/s", doc = "rate of the whole cut, one way") Quantity<DataRate> bisectionBw,
      @Port(doc = "share of full bisection that the topology keeps") double bisectionBwFraction,
      @Port(doc = "links that the cut through the middle severs") double physicalCutLinks,
      @Port(doc = "links that a message crosses on average") double hopsAvg,
      @Port(doc = "the topology asked about") NetworkTopology topology,
      @Port(doc = "the nodes asked about") int numNodes,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public TopologyResult {
      caveats = List.copyOf(caveats);
    }
  }

  public TopologyModel() {
    super(MethodHandles.lookup(), Inputs.class, TopologyResult.class);
  }

  @Override
  public TopologyResult solve(Inputs inputs) {
    NetworkFabric fabric = inputs.fabric();
    Topology.Shape shape = inputs.topology().shape();
    int nodes = inputs.numNodes();
    double bandwidth = in(BYTE_PER_SECOND, fabric.bandwidth());
    double fraction = Topology.bisectionFraction(shape, nodes);
    double ratio = fabric.oversubscriptionRatio();
    return new TopologyResult(
        of(Topology.effectiveBandwidth(bandwidth, fraction, ratio), BYTE_PER_SECOND),
        of(Topology.bisectionBandwidth(bandwidth, fraction, ratio, nodes), BYTE_PER_SECOND),
        fraction,
        Topology.cutLinks(shape, nodes),
        Topology.averageHops(shape, nodes),
        inputs.topology(),
        nodes,
        inputs.topology() == NetworkTopology.DRAGONFLY
            ? List.of("The dragonfly's share of 0.85 is a convention, not a derivation.")
            : List.of());
  }

  @Override
  public List<Explanation> explain(Inputs inputs, TopologyResult result) {
    String fabric = inputs.fabric().id();
    return List.of(
        new Explanation(
            "effective_bw",
            in(BYTE_PER_SECOND, result.effectiveBw()),
            "B/s",
            List.of(
                Term.given(
                        "rate of one port",
                        "bandwidth",
                        in(BYTE_PER_SECOND, inputs.fabric().bandwidth()),
                        "B/s")
                    .read(fabric + ".bandwidth"),
                Term.computed(
                        "share of full bisection",
                        "beta",
                        "of " + inputs.topology().wireName(),
                        result.bisectionBwFraction(),
                        "",
                        Term.given("nodes", "N", result.numNodes(), ""))
                    .from("Dally, Towles (2003)"),
                Term.given(
                        "oversubscription",
                        "oversubscription",
                        inputs.fabric().oversubscriptionRatio(),
                        "")
                    .read(fabric + ".oversubscription_ratio"))));
  }
}
