namespace Tsunagu.Meetings.Neighbours;

static class Patience
{
    /// <summary>A person waits for the answer, and the transaction waits with them.</summary>
    public static readonly TimeSpan WithNeighbours = TimeSpan.FromSeconds(3);
}
