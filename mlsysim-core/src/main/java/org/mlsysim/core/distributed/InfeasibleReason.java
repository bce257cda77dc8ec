package org.mlsysim.core.distributed;

import org.apiguardian.api.API;

/** Why a training step cannot be. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum InfeasibleReason {
  /** More micro-steps than samples of a rank. */
  MICROBATCHES_EXCEED_LOCAL_BATCH,
  /** More chunks of layers than layers. */
  STAGES_EXCEED_LAYERS,
  /** The heads cannot be split evenly over the tensor-parallel ranks. */
  TP_DOES_NOT_DIVIDE_HEADS,
  /** The busiest accelerator cannot hold its share. */
  MEMORY,
  /** No split of the accelerators suits the model and the batch. */
  NO_VALID_LAYOUT
}
