package org.mlsysim.core.serving;

import static org.mlsysim.api.units.Units.BYTE_PER_SECOND;

import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.Forms;
import org.mlsysim.core.form.Workloads;
import org.mlsysim.physics.serving.ServingForm;

/** The inputs of serving as the plain form of the law. */
final class ServingForms {
  /** The requests, on one node or two, with a draft or without. */
  static ServingForm of(ServingModel.Inputs inputs) {
    ServingForm form =
        ServingForm.of(
                Workloads.keepingState("model", inputs.model()),
                Forms.device(inputs.hardware(), inputs.precision()),
                inputs.precision().bytesPerElement(),
                inputs.efficiency(),
                inputs.seqLen(),
                inputs.batchSize())
            .withCachedPrefix(inputs.cachedPrefixLen());
    if (inputs.prefillChunkTokens().isPresent()) {
      form = form.withChunks(inputs.prefillChunkTokens().get());
    }
    if (inputs.decodeHardware().isPresent()) {
      form =
          form.withDecodeDevice(
              Forms.device(inputs.decodeHardware().get(), inputs.precision()),
              Units.in(BYTE_PER_SECOND, inputs.networkBandwidth()));
    }
    if (inputs.draftModel().isPresent()) {
      form =
          form.withDraft(
              Workloads.keepingState("draft_model", inputs.draftModel().get()),
              inputs.draftAcceptanceRate());
    }
    return form;
  }

  private ServingForms() {}
}
