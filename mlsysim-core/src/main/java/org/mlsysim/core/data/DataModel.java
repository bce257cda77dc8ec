package org.mlsysim.core.data;

import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;
import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Link;
import org.mlsysim.api.hardware.LocalStorage;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.data.DataSupply;

/**
 * Whether the drive and the host link of a device feed the data rate that a workload demands.
 *
 * <pre>supply = min(storage, link),  ρ = demand / supply</pre>
 *
 * <p>The link counts one way. A path that the device does not describe does not limit; with neither
 * described there is no supply and the workload stalls.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@ResolverInfo(
    question = "Can storage and host link feed the demanded data rate?",
    walls = "Ingestion",
    equation = "ρ = demand / min(storage, link)",
    sources = "Mohan et al. (2021), Analyzing and mitigating data stalls, PVLDB 14(5)")
public final class DataModel extends BaseModel<DataModel.Inputs, DataModel.DataResult> {

  /** What the model requires. */
  @Buildable
  public record Inputs(
      @Port(doc = "data that the workload takes in", unit = "B/s", range = "[0, inf)")
          Quantity<DataRate> workloadDataRate,
      @Port(doc = "the device that is fed", aliases = "system") HardwareNode hardware) {

    /** Names the inputs one by one. */
    public static DataModelInputsBuilder builder() {
      return new DataModelInputsBuilder();
    }
  }

  /** What the model produces. */
  public record DataResult(
      @Port(doc = "whether demand exceeds supply") boolean isStalled,
      @Port(doc = "demand over supply; absent where no path is described")
          Optional<Double> utilization,
      @Port(unit = "B/s", doc = "the demand asked about") Quantity<DataRate> demandBw,
      @Port(unit = "B/s", doc = "rate of the slowest path described") Quantity<DataRate> supplyBw,
      @Port(doc = "the path that limits") SupplyPath bottleneck,
      @Port(unit = "B/s", doc = "supply less demand") Quantity<DataRate> margin,
      @Port(doc = "what to know before trusting the numbers") List<String> caveats)
      implements SolverResult {
    public DataResult {
      caveats = List.copyOf(caveats);
    }
  }

  public DataModel() {
    super(MethodHandles.lookup(), Inputs.class, DataResult.class);
  }

  @Override
  public DataResult solve(Inputs inputs) {
    double demand = in(BYTE_PER_SECOND, inputs.workloadDataRate());
    DataSupply.Balance balance =
        DataSupply.of(demand, storage(inputs.hardware()), link(inputs.hardware()));
    return new DataResult(
        balance.stalled(),
        Forms.value(balance.utilization()),
        of(demand, BYTE_PER_SECOND),
        of(balance.supply(), BYTE_PER_SECOND),
        SupplyPath.of(balance.path()),
        of(balance.margin(), BYTE_PER_SECOND),
        caveats(inputs.hardware()));
  }

  private static double storage(HardwareNode hardware) {
    return Forms.number(hardware.storage().map(LocalStorage::bandwidth), BYTE_PER_SECOND);
  }

  private static double link(HardwareNode hardware) {
    return hardware.interconnect().map(Link::bytesPerSecondOneWay).orElse(Double.NaN);
  }

  private static List<String> caveats(HardwareNode hardware) {
    List<String> caveats = new ArrayList<>();
    if (hardware.storage().isEmpty()) {
      caveats.add("%s states no drive; it is taken not to limit.".formatted(hardware.id()));
    }
    if (hardware.interconnect().isEmpty()) {
      caveats.add("%s states no host link; it is taken not to limit.".formatted(hardware.id()));
    }
    return caveats;
  }

  @Override
  public List<Explanation> explain(Inputs inputs, DataResult result) {
    Term demand = Term.given("demand", "demand", in(BYTE_PER_SECOND, result.demandBw()), "B/s");
    Term supply =
        Term.computed(
                "slowest path",
                "supply",
                "min over the paths described",
                in(BYTE_PER_SECOND, result.supplyBw()),
                "B/s",
                paths(inputs.hardware()))
            .from("Mohan et al. (2021)");
    List<Explanation> explanations = new ArrayList<>();
    result
        .utilization()
        .ifPresent(
            share ->
                explanations.add(
                    new Explanation("utilization", share, "", List.of(demand, supply))));
    explanations.add(
        new Explanation(
            "margin", in(BYTE_PER_SECOND, result.margin()), "B/s", List.of(supply, demand)));
    return explanations;
  }

  private static Term[] paths(HardwareNode hardware) {
    Optional<Term> drive =
        hardware
            .storage()
            .map(
                each ->
                    Term.given("drive", "storage", in(BYTE_PER_SECOND, each.bandwidth()), "B/s")
                        .read(hardware.id() + ".storage.bandwidth"));
    Optional<Term> link =
        hardware
            .interconnect()
            .map(
                each ->
                    Term.given("host link, one way", "link", each.bytesPerSecondOneWay(), "B/s")
                        .read(hardware.id() + ".interconnect.bandwidth"));
    return Stream.of(drive, link).flatMap(Optional::stream).toArray(Term[]::new);
  }
}
