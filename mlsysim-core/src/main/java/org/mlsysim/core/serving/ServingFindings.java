package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE;

import java.util.ArrayList;
import java.util.List;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Caveats;
import org.mlsysim.core.form.Shortfall;
import org.mlsysim.physics.node.Ties;
import org.mlsysim.physics.serving.Serving;

/** What has to be said about serving beside its numbers. */
final class ServingFindings {
  /** Which node does not hold its share, in words and numbers. */
  static List<String> trace(ServingModel.Inputs inputs, Serving.Result plain) {
    List<String> trace = new ArrayList<>();
    String what = inputs.model().id();
    HardwareNode decoding = inputs.decodeHardware().orElse(inputs.hardware());
    if (!fits(plain.memoryRequired(), decoding)) {
      String all = inputs.draftModel().map(draft -> what + " with " + draft.id()).orElse(what);
      trace.add(Shortfall.of(all, plain.memoryRequired(), decoding));
    }
    double prefilling = plain.weightBytes() + plain.cacheBytes();
    if (inputs.decodeHardware().isPresent() && !fits(prefilling, inputs.hardware())) {
      trace.add(Shortfall.of(what, prefilling, inputs.hardware()));
    }
    return trace;
  }

  static List<String> caveats(ServingModel.Inputs inputs) {
    Caveats caveats = Caveats.of(inputs.hardware(), inputs.precision(), inputs.efficiency());
    inputs.decodeHardware().ifPresent(other -> caveats.rateOf(other, inputs.precision()));
    return caveats
        .addWhen(inputs.draftModel().isPresent(), "The prefill of the draft is not charged.")
        .list();
  }

  private static boolean fits(double need, HardwareNode hardware) {
    return Ties.fits(need, Units.in(BYTE, hardware.memory().capacity()));
  }

  private ServingFindings() {}
}
