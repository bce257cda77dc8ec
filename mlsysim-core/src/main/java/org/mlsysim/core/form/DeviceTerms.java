package org.mlsysim.core.form;

import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;

/**
 * What a device brings to an answer, as terms of an explanation that name its registry record.
 *
 * @param hardware the device
 * @param precision the number format it computes in
 * @param efficiency share of its peak rate that the kernels sustain
 */
public record DeviceTerms(HardwareNode hardware, Precision precision, double efficiency) {
  /** The peak rate at the precision. */
  public Term peak() {
    return Term.given(
            "peak rate at " + precision.wireName(),
            "peak",
            Forms.peak(hardware, precision),
            "FLOP/s")
        .read(hardware.id() + ".compute");
  }

  /** The share of the peak that is sustained. */
  public Term share() {
    return Term.given("efficiency", "efficiency", efficiency, "");
  }

  /** The rate sustained [FLOP/s]: peak by share. */
  public Term sustainedRate(double rate) {
    return Term.computed(
        "sustained rate", "rate", "peak · efficiency", rate, "FLOP/s", peak(), share());
  }

  /** The rate at which bytes move [B/s], of whichever memory they lie in. */
  public Term bandwidth(double bandwidth) {
    return Term.given("bandwidth", "bandwidth", bandwidth, "B/s").read(hardware.id() + ".memory");
  }

  /** The time that is lost before any work [s]. */
  public Term overhead(double overhead) {
    return Term.given("dispatch and launches", "overhead", overhead, "s")
        .read(hardware.id() + ".dispatch_tax");
  }
}
