package org.mlsysim.core.evaluation;

import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.mlsysim.api.hardware.HardwareNode;
import org.mlsysim.api.hardware.Precision;
import org.mlsysim.api.workload.Workload;

/**
 * A workload that one accelerator serves.
 *
 * @param scenario the name of the question
 * @param model the workload
 * @param hardware the accelerator
 * @param batchSize units of a pass, at least 1
 * @param precision number format of the weights
 * @param efficiency share of the peak rate that the kernels sustain, in (0, 1]
 * @param seqLen tokens that a generated token attends to, where somebody said it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NodeQuestion(
    String scenario,
    Workload model,
    HardwareNode hardware,
    int batchSize,
    Precision precision,
    double efficiency,
    OptionalInt seqLen) {
  /** The context where none is given. */
  public static final int DEFAULT_SEQ_LEN = 2048;
}
