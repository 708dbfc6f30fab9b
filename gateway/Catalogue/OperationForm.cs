namespace Tsunagu.Gateway.Catalogue;

/// <summary>Whom an RPC is asked of.</summary>
enum OperationForm
{
    /// <summary>The service that alone offers it.</summary>
    Own,

    /// <summary>One of the services, each of which offers it about itself.</summary>
    OfOne,

    /// <summary>All services at once; the gateway puts their answers together.</summary>
    OfAll,
}
