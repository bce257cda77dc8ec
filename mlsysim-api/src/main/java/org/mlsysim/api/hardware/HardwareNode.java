package org.mlsysim.api.hardware;

import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Area;
import javax.measure.quantity.Energy;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.Money;

/**
 * An accelerator, or a device that computes: what it can do a second, what it can hold, what it
 * draws.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record HardwareNode(
    @Port(doc = "display name") String name,
    @Port(doc = "year on the market", range = "[1900, 2200]") Optional<Integer> releaseYear,
    @Port(doc = "arithmetic") ComputeCore compute,
    @Port(doc = "memory") MemorySystem memory,
    @Port(doc = "drive") Optional<LocalStorage> storage,
    @Port(doc = "link to the host") Optional<Link> interconnect,
    @Port(doc = "link to its peers") Optional<Link> nvlink,
    @Port(doc = "design power", unit = "W", range = "(0, inf)") Optional<Quantity<Power>> tdp,
    @Port(doc = "lowest configurable power", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> tdpMin,
    @Port(doc = "highest configurable power", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> tdpMax,
    @Port(doc = "price of one", unit = "USD", range = "[0, inf)")
        Optional<Quantity<Money>> unitCost,
    @Port(doc = "upper end of the price range", unit = "USD", range = "[0, inf)")
        Optional<Quantity<Money>> unitCostMax,
    @Port(
            doc = "emissions of making one",
            unit = "kg",
            range = "[0, inf)",
            aliases = "embodied_carbon_kg")
        Optional<Quantity<Mass>> embodiedCarbon,
    @Port(doc = "time to launch one pass", unit = "s", defaultValue = "1e-5 s", range = "[0, inf)")
        Quantity<Time> dispatchTax,
    @Port(
            doc = "accelerators that the record describes together",
            defaultValue = "1",
            range = "[1, inf)")
        int acceleratorCount,
    @Port(doc = "energy of the battery", unit = "Wh", range = "(0, inf)")
        Optional<Quantity<Energy>> batteryCapacity,
    @Port(doc = "rate between the dies of one package", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> dieToDieBandwidth,
    @Port(doc = "area of the die", unit = "m^2", range = "(0, inf)")
        Optional<Quantity<Area>> dieArea,
    @Port(doc = "transistors of the die", range = "(0, inf)") Optional<Double> transistorCount,
    @Port(doc = "partitions it can be split into", defaultValue = "") List<MigProfile> migProfiles,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements ComputeSystem {

  public HardwareNode {
    migProfiles = List.copyOf(migProfiles);
  }

  @Override
  public HardwareNode accelerator() {
    return this;
  }

  @Override
  public long acceleratorTotal() {
    return 1;
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static HardwareNodeBuilder builder() {
    return new HardwareNodeBuilder();
  }
}
