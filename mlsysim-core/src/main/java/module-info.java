/**
 * The built-in resolvers of mlsysim, and the Engine over single-node performance.
 *
 * @provides org.mlsysim.api.Resolver
 */
module org.mlsysim.core {
  requires transitive org.mlsysim.api;
  requires transitive org.mlsysim.physics;

  exports org.mlsysim.core.distributed;
  exports org.mlsysim.core.economics;
  exports org.mlsysim.core.facility;
  exports org.mlsysim.core.node;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.distributed.AllToAllDispatchModel,
      org.mlsysim.core.distributed.CommunicationIntensityModel,
      org.mlsysim.core.distributed.DataParallelScaleOutModel,
      org.mlsysim.core.distributed.DistributedModel,
      org.mlsysim.core.distributed.GradientSyncModel,
      org.mlsysim.core.distributed.MoERoutingModel,
      org.mlsysim.core.distributed.OverlapBudgetModel,
      org.mlsysim.core.distributed.ParallelLayoutModel,
      org.mlsysim.core.distributed.ParallelismOptimizer,
      org.mlsysim.core.distributed.TensorParallelCommModel,
      org.mlsysim.core.distributed.TensorParallelLayerModel,
      org.mlsysim.core.economics.CarbonPricedPlacementModel,
      org.mlsysim.core.economics.EconomicsModel,
      org.mlsysim.core.economics.PlacementOptimizer,
      org.mlsysim.core.facility.SustainabilityModel,
      org.mlsysim.core.node.SingleNodeModel,
      org.mlsysim.core.training.TrainingMemoryModel,
      org.mlsysim.core.training.TrainingRunModel,
      org.mlsysim.core.training.TrainingStateModel,
      org.mlsysim.core.training.ZeroShardingModel;
}
