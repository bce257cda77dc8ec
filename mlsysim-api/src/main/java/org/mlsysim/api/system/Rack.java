package org.mlsysim.api.system;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;

/** A rack of equal nodes and the power beside their accelerators. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Rack(
    @Port(doc = "display name") String name,
    @Port(doc = "its nodes") Node node,
    @Port(doc = "how many of them", range = "[1, inf)") int nodesPerRack,
    @Port(
            doc = "power beside the accelerators; the sum of the five parts",
            unit = "W",
            range = "[0, inf)")
        Optional<Quantity<Power>> nonAcceleratorPower,
    @Port(doc = "power of the hosts", unit = "W", range = "[0, inf)")
        Optional<Quantity<Power>> hostPower,
    @Port(doc = "power of the switches between accelerators", unit = "W", range = "[0, inf)")
        Optional<Quantity<Power>> switchPower,
    @Port(doc = "power of the network", unit = "W", range = "[0, inf)")
        Optional<Quantity<Power>> networkPower,
    @Port(doc = "loss of the supplies", unit = "W", range = "[0, inf)")
        Optional<Quantity<Power>> conversionLossPower,
    @Port(doc = "power of fans and pumps", unit = "W", range = "[0, inf)")
        Optional<Quantity<Power>> coolingAllocationPower,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  public Rack {
    List<Quantity<Power>> parts =
        Stream.of(hostPower, switchPower, networkPower, conversionLossPower, coolingAllocationPower)
            .flatMap(Optional::stream)
            .toList();
    if (!parts.isEmpty() && nonAcceleratorPower.isEmpty()) {
      throw BadInputException.missing("non_accelerator_power", "the sum of the parts given");
    }
    if (parts.size() == 5) {
      double sum = parts.stream().mapToDouble(part -> Units.in(Units.WATT, part)).sum();
      if (Math.abs(sum - Units.in(Units.WATT, nonAcceleratorPower.orElseThrow())) > 1e-6) {
        throw BadInputException.conflict(
            "non_accelerator_power",
            "non_accelerator_power is %s, but its parts add up to %s W."
                .formatted(Units.text(nonAcceleratorPower.get()), Units.number(sum)));
      }
    }
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static RackBuilder builder() {
    return new RackBuilder();
  }
}
