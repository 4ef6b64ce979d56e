using CoBuilding.Access;
using CoBuilding.Texts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Places.Workdays;

/// <summary>Adds public holidays or make-up workdays.</summary>
public sealed class AddCalendarSpan(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid SpanId { get; init; } = Guid.CreateVersion7();
        public SpanKind Kind { get; set; }
        public string Name { get; set; } = "";

        /// <summary>Days in China, both included; one day where no last one is given.</summary>
        public DateOnly? FirstDay { get; set; }
        public DateOnly? LastDay { get; set; }
        public string? Source { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Name).NotEmpty().MaximumLength(CalendarSpan.LongestName);
                RuleFor(f => f.FirstDay).NotNull();
                RuleFor(f => f.LastDay)
                    .GreaterThanOrEqualTo(f => f.FirstDay)
                    .WithMessage(_ => Wording.T("Plans.LastBeforeFirst"))
                    .Must(
                        (f, last) =>
                            last is null || f.FirstDay is null || last.Value.DayNumber - f.FirstDay.Value.DayNumber < CalendarSpan.MostDays
                    )
                    .WithMessage(_ => Wording.T("Workdays.TooLong", CalendarSpan.MostDays));
                RuleFor(f => f.Source).MaximumLength(CalendarSpan.LongestSource);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var (first, last) = (form.FirstDay!.Value, form.LastDay ?? form.FirstDay.Value);
        if (await db.CalendarSpans.AnyAsync(s => s.RemovedAt == null && s.FirstDay <= last && s.LastDay >= first, ct))
            throw WorkdaysRules.Overlaps();
        db.CalendarSpans.Add(
            new CalendarSpan
            {
                Id = form.SpanId,
                Kind = form.Kind,
                Name = form.Name.Trim(),
                FirstDay = first,
                LastDay = last,
                Source = form.Source.OrNull(),
            }
        );
        await db.CommitAsync(ct);
    }
}
