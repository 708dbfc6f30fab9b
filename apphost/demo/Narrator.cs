namespace Tsunagu.AppHost.Demo;

/// <summary>Tells the story on the console.</summary>
sealed class Narrator(TextWriter console)
{
    int chapter;

    public void Chapter(string title) => console.WriteLine($"\n{++chapter}. {title}");

    public void Line(string text) => console.WriteLine($"   {text}");

    public void Address(string what, Uri address) => console.WriteLine($"\n{what}: {address}");
}
