/**
 * The built-in resolvers of mlsysim, and the Engine over single-node performance.
 *
 * @provides org.mlsysim.api.Resolver
 */
module org.mlsysim.core {
  requires transitive org.mlsysim.api;
  requires transitive org.mlsysim.physics;

  exports org.mlsysim.core.algorithm;
  exports org.mlsysim.core.data;
  exports org.mlsysim.core.distributed;
  exports org.mlsysim.core.economics;
  exports org.mlsysim.core.facility;
  exports org.mlsysim.core.network;
  exports org.mlsysim.core.node;
  exports org.mlsysim.core.reliability;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.algorithm.ScalingModel,
      org.mlsysim.core.data.DataModel,
      org.mlsysim.core.data.DataStallModel,
      org.mlsysim.core.data.InputDemandModel,
      org.mlsysim.core.data.PrefetchDepthModel,
      org.mlsysim.core.data.TransformationModel,
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
      org.mlsysim.core.network.AllReduceAlgorithmModel,
      org.mlsysim.core.network.AlphaBetaModel,
      org.mlsysim.core.network.BisectionModel,
      org.mlsysim.core.network.HierarchicalAllReduceModel,
      org.mlsysim.core.network.IncastModel,
      org.mlsysim.core.network.TopologyModel,
      org.mlsysim.core.network.TransferLadderModel,
      org.mlsysim.core.node.SingleNodeModel,
      org.mlsysim.core.reliability.CheckpointIntervalModel,
      org.mlsysim.core.reliability.CheckpointModel,
      org.mlsysim.core.reliability.CheckpointStormModel,
      org.mlsysim.core.reliability.FailureIntervalModel,
      org.mlsysim.core.reliability.GoodputModel,
      org.mlsysim.core.reliability.OrchestrationModel,
      org.mlsysim.core.reliability.PreemptionTaxModel,
      org.mlsysim.core.reliability.RecoveryBudgetModel,
      org.mlsysim.core.reliability.ReliabilityModel,
      org.mlsysim.core.reliability.SeriesFailureModel,
      org.mlsysim.core.reliability.TieredCheckpointModel,
      org.mlsysim.core.reliability.UtilizationLossModel,
      org.mlsysim.core.training.TrainingMemoryModel,
      org.mlsysim.core.training.TrainingRunModel,
      org.mlsysim.core.training.TrainingStateModel,
      org.mlsysim.core.training.ZeroShardingModel;
}
