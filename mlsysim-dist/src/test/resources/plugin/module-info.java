module com.example.joules {
  requires org.mlsysim.api;

  provides org.mlsysim.api.Resolver with
      com.example.joules.OperationsPerJouleModel;
}
