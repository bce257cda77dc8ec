package org.mlsysim.api.hardware;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;

/** A partition of an accelerator. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record MigProfile(
    @Port(doc = "name of the partition") String name,
    @Port(doc = "memory of the partition", unit = "B", range = "(0, inf)")
        Quantity<DataSize> gpuMemory,
    @Port(doc = "multiprocessors of the partition", range = "[1, inf)") Optional<Integer> smCount) {
  /** Names the fields one by one; what is left out takes its default. */
  public static MigProfileBuilder builder() {
    return new MigProfileBuilder();
  }
}
