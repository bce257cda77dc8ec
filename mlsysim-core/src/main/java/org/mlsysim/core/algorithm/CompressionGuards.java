package org.mlsysim.core.algorithm;

import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Buildable;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.DataSize;

/** What a compressed model must keep to; what is absent is not asked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Buildable
public record CompressionGuards(
    @Port(doc = "largest size after", unit = "B", range = "(0, inf)")
        Optional<Quantity<DataSize>> sizeLimit,
    @Port(doc = "largest change of accuracy, either way", range = "[0, inf)")
        Optional<Double> maxAccuracyDrop,
    @Port(doc = "smallest speedup", range = "(0, inf)") Optional<Double> minSpeedup,
    @Port(doc = "whether the device must have units for it", defaultValue = "false")
        boolean requireHardwareSupport) {

  /** Guards that ask nothing. */
  public static final CompressionGuards NONE =
      new CompressionGuards(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Names the guards one by one; all have defaults. */
  public static CompressionGuardsBuilder builder() {
    return new CompressionGuardsBuilder();
  }
}
