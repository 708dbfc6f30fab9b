using Aspire.Dashboard.Resources;
using Xunit;

namespace Tsunagu.Tests.Unit.Dashboard;

public sealed class ResourceBoardTests
{
    static ResourceSnapshot Snapshot(string name, ResourceState state) => new() { Name = name, Type = "Project", State = state };

    [Fact]
    public void Publish_TheSameName_ReplacesInPlace()
    {
        var board = new ResourceBoard();

        board.Publish(Snapshot("intake", ResourceState.Starting));
        board.Publish(Snapshot("gateway", ResourceState.Waiting));
        board.Publish(Snapshot("intake", ResourceState.Running));

        Assert.Equal([("intake", ResourceState.Running), ("gateway", ResourceState.Waiting)], board.Resources.Select(r => (r.Name, r.State)));
    }

    [Fact]
    public void Resources_ReadEarlier_DoNotChange()
    {
        var board = new ResourceBoard();
        board.Publish(Snapshot("intake", ResourceState.Starting));
        var earlier = board.Resources;

        board.Publish(Snapshot("intake", ResourceState.Failed));

        Assert.Equal(ResourceState.Starting, earlier.Single().State);
    }
}
