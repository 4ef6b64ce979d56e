using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Workdays;

/// <summary>Takes over a year's notice on public holidays at once; what is entered already is passed over.</summary>
public sealed class ImportHolidays(Door door)
{
    public sealed record Form : WritingForm
    {
        /// <summary>Of days that name none.</summary>
        public int Year { get; init; }

        /// <summary>As <see cref="HolidayNotice"/> reads it.</summary>
        public string Text { get; set; } = "";

        /// <summary>The notice's number.</summary>
        public string? Source { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Year).InclusiveBetween(2000, 2199);
                RuleFor(f => f.Text).NotEmpty().MaximumLength(10_000);
                RuleFor(f => f.Source).MaximumLength(CalendarSpan.LongestSource);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var read = HolidayNotice.Read(form.Text, form.Year);
        if (read.Year is { } year && year != form.Year)
            throw WorkdaysRules.OfAnotherYear(year);
        if (read.Unread is [var line, ..])
            throw WorkdaysRules.NotUnderstood(line.Length > 60 ? line[..60] : line);
        if (read.Days.Count == 0)
            throw WorkdaysRules.NothingFound();
        var known = await db.CalendarSpans.AsNoTracking().Where(s => s.RemovedAt == null).ToListAsync(ct);
        foreach (var holidaySpan in read.Days)
        {
            if (known.Any(k => (k.Kind, k.FirstDay, k.LastDay) == (holidaySpan.Kind, holidaySpan.FirstDay, holidaySpan.LastDay)))
                continue;
            if (known.Any(k => k.Overlaps(holidaySpan.FirstDay, holidaySpan.LastDay)))
                throw WorkdaysRules.EnteredOtherwise(holidaySpan.Name);
            var span = new CalendarSpan
            {
                Kind = holidaySpan.Kind,
                Name = holidaySpan.Name,
                FirstDay = holidaySpan.FirstDay,
                LastDay = holidaySpan.LastDay,
                Source = form.Source.OrNull(),
            };
            known.Add(span);
            db.CalendarSpans.Add(span);
        }
        await db.CommitAsync(ct);
    }
}
