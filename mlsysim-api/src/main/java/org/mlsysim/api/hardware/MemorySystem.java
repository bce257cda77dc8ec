package org.mlsysim.api.hardware;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;

/** The memory of an accelerator: the main one, and what lies on the chip or in flash. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record MemorySystem(
    @Port(doc = "size of the main memory", unit = "B", range = "(0, inf)")
        Quantity<DataSize> capacity,
    @Port(doc = "rate of the main memory", unit = "B/s", range = "(0, inf)")
        Quantity<DataRate> bandwidth,
    @Port(doc = "size of the on-chip memory", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> sramCapacity,
    @Port(doc = "rate of the on-chip memory", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> sramBandwidth,
    @Port(doc = "size of the flash", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> flashCapacity,
    @Port(doc = "read rate of the flash", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> flashBandwidth,
    @Port(doc = "stacks of HBM", range = "[1, inf)") Optional<Integer> hbmStacks,
    @Port(doc = "width of the memory bus", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> busWidth,
    @Port(doc = "rate of one pin", unit = "B/s", range = "(0, inf)")
        Optional<Quantity<DataRate>> pinDataRate,
    @Port(doc = "last-level cache", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> l2Cache,
    @Port(doc = "registers of a multiprocessor", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> registerFilePerSm,
    @Port(doc = "shared memory of a multiprocessor", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> sharedMemoryPerSm) {
  /** Names the fields one by one; what is left out takes its default. */
  public static MemorySystemBuilder builder() {
    return new MemorySystemBuilder();
  }
}
