package org.mlsysim.api.system;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Time;
import org.apiguardian.api.API;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.hardware.ComputeSystem;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.Supplies;

/** A cluster: equal nodes on one fabric, somewhere. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record Fleet(
    @Port(doc = "display name") String name,
    @Port(doc = "its nodes") Node node,
    @Port(doc = "how many of them", range = "[1, inf)") int count,
    @Port(doc = "what connects them") NetworkFabric fabric,
    @Port(doc = "grid that feeds it") Optional<GridProfile> region,
    @Port(doc = "where it stands") Optional<Environment> datacenter,
    @Port(
            doc = "mean time between failures of the whole, where measured",
            unit = "h",
            range = "(0, inf)",
            aliases = "mtbf")
        Optional<Quantity<Time>> mtbfHours,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements ComputeSystem {

  @Override
  @Supplies("node")
  public Node node() {
    return node;
  }

  @Override
  @Supplies("fabric")
  public NetworkFabric fabric() {
    return fabric;
  }

  @Override
  @Supplies("hardware")
  public HardwareNode accelerator() {
    return node.accelerator();
  }

  @Override
  public long acceleratorTotal() {
    return (long) count * node.acceleratorsPerNode();
  }

  /** Names the fields one by one; what is left out takes its default. */
  public static FleetBuilder builder() {
    return new FleetBuilder();
  }
}
