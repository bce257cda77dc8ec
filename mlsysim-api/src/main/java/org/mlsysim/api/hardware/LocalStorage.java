package org.mlsysim.api.hardware;

import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataRate;
import org.mlsysim.api.units.DataSize;

/** The drive that a device reads from. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record LocalStorage(
    @Port(doc = "size of the drive", unit = "B", range = "(0, inf)") Quantity<DataSize> capacity,
    @Port(doc = "read rate of the drive", unit = "B/s", range = "(0, inf)")
        Quantity<DataRate> bandwidth) {
  /** Names the fields one by one; what is left out takes its default. */
  public static LocalStorageBuilder builder() {
    return new LocalStorageBuilder();
  }
}
