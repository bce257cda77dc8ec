package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Power;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.Supplies;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;
import org.mlsysim.api.units.Units;

/** A server: accelerators, the links between them, ports to the fabric, power supplies. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Node(
    @Port(doc = "display name") String name,
    @Port(doc = "what it computes with") HardwareNode accelerator,
    @Port(doc = "how many of them", range = "[1, inf)") int acceleratorsPerNode,
    @Port(doc = "rate between accelerators, one way, for each", unit = "B/s", range = "(0, inf)")
        Quantity<DataRate> intraNodeBw,
    @Port(doc = "ports to the fabric; one for each accelerator when absent", range = "[1, inf)")
        Optional<Integer> nicsPerNode,
    @Port(doc = "power supplies", defaultValue = "2", range = "[1, inf)") int psusPerNode,
    @Port(doc = "supplies that may fail", defaultValue = "0", range = "[0, inf)") int psuRedundancy,
    @Port(doc = "power of one supply", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> psuRating,
    @Port(doc = "highest power of the node", unit = "W", range = "(0, inf)")
        Optional<Quantity<Power>> maxPower,
    @Port(doc = "memory of the host", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> hostMemory,
    @Port(doc = "processor of the host") Optional<String> hostCpu,
    @Port(doc = "cores of the host", range = "[1, inf)") Optional<Integer> hostCpuCores,
    @Port(doc = "memory rate of the host", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> hostMemoryBw,
    @Port(doc = "drives of the host", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> hostStorage,
    @Port(doc = "switches between the accelerators", range = "[0, inf)")
        Optional<Integer> nvswitchCount,
    @Port(doc = "links of one accelerator", range = "[1, inf)")
        Optional<Integer> nvlinkLinksPerAccelerator,
    @Port(doc = "mass of the node", unit = "kg", range = "(0, inf)") Optional<Quantity<Mass>> mass,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  public Node {
    if (psuRedundancy >= psusPerNode) {
      throw BadInputException.conflict(
          "psu_redundancy",
          "psu_redundancy is %d, but psus_per_node is %d; fewer than all may fail."
              .formatted(psuRedundancy, psusPerNode));
    }
    if (psuRedundancy > 0 && psuRating.isPresent() && maxPower.isPresent()) {
      double left = (psusPerNode - psuRedundancy) * Units.in(Units.WATT, psuRating.get());
      if (left < Units.in(Units.WATT, maxPower.get())) {
        throw BadInputException.conflict(
            "psu_redundancy",
            "With psu_redundancy %d the supplies left give %s W, less than max_power %s."
                .formatted(psuRedundancy, Units.number(left), Units.text(maxPower.get())));
      }
    }
  }

  @Override
  @Supplies("hardware")
  public HardwareNode accelerator() {
    return accelerator;
  }

  /** Supplies whose failure stops the node: none when one may fail, else all. */
  public int seriesPsus() {
    return psuRedundancy > 0 ? 0 : psusPerNode;
  }

  /** Ports to the fabric: as stated, else one for each accelerator. */
  public int ports() {
    return nicsPerNode.orElse(acceleratorsPerNode);
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static NodeBuilder builder() {
    return new NodeBuilder();
  }
}
