using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public sealed class DesignFactory : IDesignTimeDbContextFactory<ProbeDbContext>
{
    public ProbeDbContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ProbeDbContext>().UseNpgsql().Options);
}
