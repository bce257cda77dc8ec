/**
 * The built-in resolvers of mlsysim, and the Engine over single-node performance.
 *
 * @provides org.mlsysim.api.Resolver
 */
module org.mlsysim.core {
  requires transitive org.mlsysim.api;
  requires transitive org.mlsysim.physics;

  exports org.mlsysim.core.network;
  exports org.mlsysim.core.node;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.network.AllReduceAlgorithmModel,
      org.mlsysim.core.network.AlphaBetaModel,
      org.mlsysim.core.network.BisectionModel,
      org.mlsysim.core.network.HierarchicalAllReduceModel,
      org.mlsysim.core.network.IncastModel,
      org.mlsysim.core.network.TopologyModel,
      org.mlsysim.core.network.TransferLadderModel,
      org.mlsysim.core.node.SingleNodeModel;
}
