namespace Tsunagu.Households.Records;

/// <summary>What became of what a file tells about its own making. Names and numbers are the contract's.</summary>
enum FileMetadata
{
    Removed = 1,
    None = 2,
    Kept = 3,
}
