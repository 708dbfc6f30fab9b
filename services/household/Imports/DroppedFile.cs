namespace Tsunagu.Households.Imports;

/// <summary>A file taken from the drop folder.</summary>
/// <param name="Import">Id of its import.</param>
/// <param name="Feed">Name of the folder it lay in.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Path">Where it lies now.</param>
sealed record DroppedFile(Guid Import, string Feed, string Name, string Path);
