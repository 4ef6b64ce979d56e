using CoBuilding.Tests.House;
using Microsoft.Playwright;

namespace CoBuilding.Benchmarks;

internal static class Pages
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<IPage> PageAsync(this IBrowserContext context) =>
        context.NewPageAsync().WithinAsync(Patience, "a new page in the browser");

    public static Task<int> CountAsync(this IPage page, string selector) =>
        page.Locator(selector).CountAsync().WithinAsync(Patience, $"the number of {selector} on {page.Url}");

    public static Task<T> AskAsync<T>(this IPage page, string script) =>
        page.EvaluateAsync<T>(script).WithinAsync(Patience, $"a script on {page.Url}");
}
