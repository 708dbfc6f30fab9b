namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>A record by kind and id.</summary>
/// <param name="Kind">Such as <c>consultation</c>.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Resource(string Kind, Guid Id);
