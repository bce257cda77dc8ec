package org.mlsysim.core.form;

import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.units.Units;

/** Says what does not fit where, in words. */
public final class Shortfall {
  /**
   * A device that is too small: {@code "Llama3_70B needs 161 GB on H100, which holds 85.9 GB."}.
   *
   * @param what what has to fit
   * @param need what it takes [B]
   * @param hardware the device
   */
  public static String of(String what, double need, HardwareNode hardware) {
    return "%s needs %s GB on %s, which holds %s GB."
        .formatted(
            what,
            gigabytes(need),
            hardware.id(),
            gigabytes(Units.in(Units.BYTE, hardware.memory().capacity())));
  }

  /** A size in GB, as text. */
  public static String gigabytes(double bytes) {
    return Units.number(bytes / 1e9);
  }

  private Shortfall() {}
}
